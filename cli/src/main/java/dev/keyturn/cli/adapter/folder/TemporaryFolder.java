package dev.keyturn.cli.adapter.folder;

import dev.keyturn.adapter.file.IoFailures;
import dev.keyturn.adapter.file.Occupation;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * A folder below the system's temporary folder, readable only by its owner. Folders of killed
 * processes are removed when the next one is created.
 */
public final class TemporaryFolder implements ThrowAwayFolder {

  /** The prefix of all such folders. */
  public static final String PREFIX = "keyturn-";

  private final Path path;
  private final Occupation occupation;

  private TemporaryFolder(Path path, Occupation occupation) {
    this.path = path;
    this.occupation = occupation;
  }

  /** A new one. */
  public static TemporaryFolder create() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A new one in {@code parent}. */
  public static TemporaryFolder in(Path parent) {
    try {
      Path path = Files.createTempDirectory(parent, PREFIX);
      TemporaryFolder folder = occupied(path);
      removeAbandoned(parent, Files.getOwner(path));
      return folder;
    } catch (IOException e) {
      throw IoFailures.unwritable(Files.exists(parent) ? parent.resolve(PREFIX) : parent, e);
    }
  }

  private static TemporaryFolder occupied(Path path) throws IOException {
    try {
      return new TemporaryFolder(path, Occupation.of(path));
    } catch (IOException e) {
      removeTree(path);
      throw e;
    }
  }

  /** Only folders of {@code owner}: root must not touch what other users put there. */
  private static void removeAbandoned(Path parent, UserPrincipal owner) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && owner.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))
            && Occupation.isOver(folder)) {
          removeTree(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another process is removing it too, or it stays until the next time.
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
    try {
      occupation.close();
      removeTree(path);
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }

  private static void removeTree(Path folder) throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  /** Removes what still exists: another process may remove the same folder at the same time. */
  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null && !(e instanceof NoSuchFileException)) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
