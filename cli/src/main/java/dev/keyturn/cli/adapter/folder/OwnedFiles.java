package dev.keyturn.cli.adapter.folder;

import dev.keyturn.cli.command.port.MarkedFiles;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Files that appear whole, by rename, readable by their owner alone. */
public final class OwnedFiles implements MarkedFiles {

  @Override
  public Marked write(String path, String mark, String content) {
    Path file = path(path);
    try {
      requireMark(file, mark);
      replace(file, content);
    } catch (IOException e) {
      throw new Failure.UnwritableFile(path, "it cannot be made").exception(e);
    }
    return new Made(file);
  }

  private static Path path(String path) {
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new Failure.UnwritableFile(path, "this is not a path").exception(e);
    }
  }

  /** A user who mistypes a name loses nothing. */
  private static void requireMark(Path file, String mark) throws IOException {
    if (Files.exists(file)
        && (!Files.isRegularFile(file) || (Files.size(file) > 0 && !begins(file, mark)))) {
      throw new Failure.UnwritableFile(
              file.toString(), "there is something else that Keyturn did not write")
          .exception();
    }
  }

  private static boolean begins(Path file, String mark) throws IOException {
    byte[] expected = mark.getBytes(StandardCharsets.UTF_8);
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(expected.length), expected);
    }
  }

  private static void replace(Path file, String content) throws IOException {
    Path temporary =
        Files.createTempFile(file.resolveSibling(""), ".keyturn-", "", privately(file));
    try {
      Files.writeString(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static FileAttribute<?>[] privately(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private record Made(Path file) implements Marked {

    @Override
    public String path() {
      return file.toString();
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new Failure.UnwritableFile(file.toString(), "it cannot be removed").exception(e);
      }
    }
  }
}
