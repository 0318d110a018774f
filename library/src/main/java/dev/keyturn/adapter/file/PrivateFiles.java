package dev.keyturn.adapter.file;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that only their owner can read. On systems without file modes, the permissions
 * inherited from the folder apply.
 */
public final class PrivateFiles {

  /** Whether a written file must survive a power cut. */
  public enum Durability {
    /** It need not: it can be created again. */
    LIGHT,
    /** It must: it is synced to disk. */
    SYNCED
  }

  private PrivateFiles() {}

  /**
   * Replaces the file at {@code file} by a new one, atomically.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} or {@code
   *     Interrupted}; what was there is then as it was, and nothing is left beside it
   */
  public static void write(Path file, byte[] content, Durability durability) {
    Path place = file.toAbsolutePath();
    try (NewFile written = new NewFile(place)) {
      written.write(content, temporary -> {}, durability == Durability.SYNCED);
      written.rename();
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /** Opens {@code file}; if {@code options} create it, only its owner can access it. */
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    return FileChannel.open(file, Set.of(options), mode(file, OWNER_READ, OWNER_WRITE));
  }

  /**
   * Creates the folders above {@code file} so that only their owner can access them; existing
   * folders are left as they are.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static void createFoldersOf(Path file) {
    try {
      createFolders(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /**
   * The same for a file in {@code stateFolder}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}, and {@code
   *     NoStateFolder} if permission is denied
   */
  public static void createFoldersOf(Path file, Path stateFolder) {
    try {
      createFolders(file.toAbsolutePath().resolveSibling(""));
    } catch (AccessDeniedException e) {
      throw IoFailures.noStateFolder(stateFolder, e);
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /**
   * Refuses a state folder into which other users can put files: Keyturn would use them. Accepts a
   * folder that does not exist yet, or whose file system has no modes.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.NoStateFolder}
   */
  public static void requireOwn(Path stateFolder) {
    try {
      FolderAccess access = FolderAccess.of(stateFolder);
      String others = access.others(System.getProperty("user.name", ""));
      if (!others.isEmpty()) {
        throw IoFailures.noStateFolder(stateFolder, others);
      }
    } catch (NoSuchFileException | UnsupportedOperationException e) {
      // It does not exist yet, or its file system has no modes.
    } catch (IOException e) {
      throw IoFailures.noStateFolder(stateFolder, e);
    }
  }

  static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(folder, OWNER_READ, OWNER_WRITE, OWNER_EXECUTE));
    }
  }

  private static FileAttribute<?>[] mode(Path path, PosixFilePermission... mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Set.of(mode))}
        : new FileAttribute<?>[0];
  }

  /**
   * Restricts an existing file or folder to its owner; does nothing on a file system without modes.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static void restrict(Path path) {
    Set<PosixFilePermission> mode = EnumSet.of(OWNER_READ, OWNER_WRITE);
    if (Files.isDirectory(path)) {
      mode.add(OWNER_EXECUTE);
    }
    try {
      Files.setPosixFilePermissions(path, mode);
    } catch (UnsupportedOperationException e) {
      // The permissions inherited from its folder apply.
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }

  /**
   * Sets the modification time of {@code file}, and returns whether the file system stores it
   * exactly.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code UnwritableFile}
   */
  public static boolean date(Path file, Instant time) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(time));
      return Files.getLastModifiedTime(file).toInstant().equals(time);
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /**
   * Removes {@code file} and returns whether it existed.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw IoFailures.unwritable(file, e);
    }
  }

  /**
   * The entries of {@code folder}; empty when it does not exist.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}
   */
  public static List<Path> list(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
      return files;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw IoFailures.unreadable(folder, e);
    }
  }

  /**
   * Renames {@code from} to {@code to} atomically, replacing any existing file.
   *
   * @return whether there was a file to rename
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  public static boolean move(Path from, Path to) {
    try {
      NewFile.rename(from, to);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw IoFailures.unwritable(to, e);
    }
  }
}
