package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder below the system's temporary one, readable by its owner alone. */
public final class TemporaryFolder implements ThrowAwayFolder {

  /** How the names of all such folders begin. */
  public static final String PREFIX = "keyturn-";

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** A new one. */
  public static TemporaryFolder create() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A new one in {@code parent}. */
  public static TemporaryFolder in(Path parent) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(parent, PREFIX));
    } catch (IOException e) {
      throw IoFailures.unwritable(parent.resolve(PREFIX), e);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(String name, String content) {
    Path file = path.resolve(name);
    PrivateFiles.createFoldersOf(file);
    PrivateFiles.write(file, content.getBytes(StandardCharsets.UTF_8), Durability.LIGHT);
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }
}
