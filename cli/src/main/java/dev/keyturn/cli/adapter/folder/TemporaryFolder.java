package dev.keyturn.cli.adapter.folder;

import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder below the system's temporary one, readable by its owner alone. */
public final class TemporaryFolder implements ThrowAwayFolder {

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** A new one. */
  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("keyturn-"));
    } catch (IOException e) {
      throw new Failure.UnwritableFile("the temporary folder", "no folder can be made in it")
          .exception(e);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(String name, String content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new Failure.UnwritableFile(file.toString(), "it cannot be written").exception(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw new Failure.UnwritableFile(path.toString(), "it cannot be removed").exception(e);
    }
  }
}
