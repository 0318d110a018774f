package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.iam.setup.KeyHandover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Access keys as CSV files in a folder, with the names and format of the AWS console, readable only
 * by their owner.
 */
public final class CsvHandover implements KeyHandover {

  private static final String HEADER = "User Name,Access key ID,Secret access key\n";

  private final Path folder;
  private final InstantSource clock;

  private CsvHandover(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes to the folder at {@code path}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static CsvHandover to(String path, InstantSource clock) {
    try {
      return new CsvHandover(Path.of(path), clock);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unwritable(path, "this is not a path").exception(e);
    }
  }

  @Override
  public void check(String user) {
    Path file = file(user);
    if (Files.exists(file) && begun(user).isEmpty()) {
      throw new FileFailure.Unwritable(file.toString(), "the file already exists").exception();
    }
    if (!Files.isDirectory(folder)) {
      throw new FileFailure.Unwritable(file.toString(), "its folder does not exist").exception();
    }
  }

  /** A file with only the header. */
  @Override
  public Optional<Instant> begun(String user) {
    Path file = file(user);
    try {
      boolean isBegun = Files.isRegularFile(file) && Files.size(file) == HEADER.length();
      return isBegun && Files.readString(file).equals(HEADER)
          ? Optional.of(Files.getLastModifiedTime(file).toInstant())
          : Optional.empty();
    } catch (IOException e) {
      throw IoFailures.unreadable(file, e);
    }
  }

  @Override
  public void begin(String user) {
    Path file = file(user);
    PrivateFiles.write(file, HEADER.getBytes(StandardCharsets.UTF_8), Durability.SYNCED);
    PrivateFiles.date(file, clock.instant());
  }

  @Override
  public String handOver(String user, AccessKey key) {
    Path file = file(user);
    String row = user + "," + key.id() + "," + key.secret().reveal(Reveal.EXPORT) + "\n";
    PrivateFiles.write(file, (HEADER + row).getBytes(StandardCharsets.UTF_8), Durability.SYNCED);
    return file.toString();
  }

  /** IAM allows no slash in the name of a user. */
  private Path file(String user) {
    return folder.resolve(user + "_accessKeys.csv");
  }
}
