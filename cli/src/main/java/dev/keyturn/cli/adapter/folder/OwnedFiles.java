package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.cli.command.port.MarkedFiles;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/** Files that are created atomically, by rename, and are readable only by their owner. */
public final class OwnedFiles implements MarkedFiles {

  @Override
  public Marked write(String path, String mark, String content) {
    Path file = path(path);
    requireMark(file, mark);
    PrivateFiles.write(file, content.getBytes(StandardCharsets.UTF_8), Durability.LIGHT);
    return new Made(file);
  }

  private static Path path(String path) {
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new FileFailure.Unwritable(path, "this is not a path").exception(e);
    }
  }

  /** Existing files are kept, so that a mistyped name destroys nothing. */
  private static void requireMark(Path file, String mark) {
    try {
      if (Files.exists(file)
          && (!Files.isRegularFile(file) || (Files.size(file) > 0 && !begins(file, mark)))) {
        throw new FileFailure.Unwritable(
                file.toString(), "it already exists, and Keyturn did not write it")
            .exception();
      }
    } catch (IOException e) {
      throw IoFailures.unreadable(file, e);
    }
  }

  private static boolean begins(Path file, String mark) throws IOException {
    byte[] expected = mark.getBytes(StandardCharsets.UTF_8);
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(expected.length), expected);
    }
  }

  private record Made(Path file) implements Marked {

    @Override
    public String path() {
      return file.toString();
    }

    @Override
    public void close() {
      PrivateFiles.delete(file);
    }
  }
}
