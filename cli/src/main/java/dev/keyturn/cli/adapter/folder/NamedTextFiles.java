package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.cli.command.port.file.TextFiles;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Text files up to a size limit: a device such as {@code /dev/zero} never ends. */
public final class NamedTextFiles implements TextFiles {

  private static final int MOST = 1 << 20;

  @Override
  public String read(String path) {
    Path file = path(path);
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw IoFailures.unreadable(file, e);
    }
  }

  private static Path path(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new FileFailure.Unreadable(path, "this is not a path").exception(e);
    }
  }
}
