package dev.keyturn.adapter.file;

import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that no other Keyturn process changes while it is locked. Other programs take no lock; a
 * change they made is detected before it would be overwritten. Not thread-safe; must be closed.
 */
public final class LockedFile implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /** Larger than any settings file; a device such as {@code /dev/zero} never ends. */
  private static final int MOST_MEBIBYTES = 64;

  private static final int MOST_LINKS = 40;

  /** Larger than a session. */
  private static final int LITTLE = 8 << 10;

  /** The bits of a mode that tell the type of a file, and those of a pipe; see inode(7). */
  private static final int FILE_TYPE = 0170000;

  private static final int NAMED_PIPE = 0010000;

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path path;
  private final Path real;
  private final Locks.Held lock;
  private final byte @Nullable [] before;

  private LockedFile(Path path, Path real, Locks.Held lock) {
    this.path = path;
    this.real = real;
    this.lock = lock;
    this.before = readOrNull(path);
  }

  /**
   * Locks the file at {@code path}, following symbolic links, and reads it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Busy}, {@code
   *     FileFailure.Unreadable} or, for links that lead nowhere, {@code FileFailure.Unwritable}
   */
  public static LockedFile lock(Path path, Locks locks) {
    return lock(path, locks, LONGEST_WAIT);
  }

  public static LockedFile lock(Path path, Locks locks, Duration wait) {
    Path real = real(path);
    Locks.Held lock = locks.acquire(real.toString(), wait);
    try {
      return new LockedFile(path, real, lock);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** The bytes of the file at {@code path}; none when it is missing. */
  public static byte[] read(Path path) {
    byte[] bytes = readOrNull(path);
    return bytes == null ? new byte[0] : bytes;
  }

  /**
   * The text of the file at {@code path}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}, for a
   *     missing file too
   */
  public static String text(Path path) {
    byte[] bytes = readOrNull(path);
    if (bytes == null) {
      throw new FileFailure.Unreadable(path.toString(), FileFailure.MISSING).exception();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte @Nullable [] readOrNull(Path path) {
    try {
      return readAll(path);
    } catch (IOException e) {
      if (isMissing(path, e)) {
        return null;
      }
      throw IoFailures.unreadable(path, e);
    }
  }

  /** A home such as {@code /dev/null} is used on purpose to have no files. */
  private static boolean isMissing(Path path, IOException cause) {
    Path obstacle = IoFailures.fileInPlaceOfFolder(path);
    return obstacle == null ? cause instanceof NoSuchFileException : !Files.isRegularFile(obstacle);
  }

  /**
   * Uses java.io where it can: to open a channel, java.nio loads the network library, which takes
   * as long as the rest of the read. But java.io reports every file it cannot open as missing.
   */
  private static byte[] readAll(Path path) throws IOException {
    if (path.getFileSystem().equals(FileSystems.getDefault())) {
      checkNoNamedPipe(path);
      try (InputStream in = new FileInputStream(path.toFile())) {
        return bounded(in);
      } catch (FileNotFoundException e) {
        return Files.readAllBytes(path);
      }
    }
    return Files.readAllBytes(path);
  }

  /** Whether the mode gives group or others any access to the file at {@code path}. */
  public static boolean isOpenToOthers(Path path) {
    try {
      return !OWNERS.containsAll(Files.getPosixFilePermissions(path));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static void checkNoNamedPipe(Path path) throws IOException {
    if (!path.toFile().isFile() && isNamedPipe(path)) {
      throw new IOException("it is a named pipe, and reading it could take forever");
    }
  }

  /** An anonymous pipe, as made by a shell's {@code <(...)}, has a writer. */
  private static boolean isNamedPipe(Path path) throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()
        || !path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    int type = (Integer) Files.getAttribute(path, "unix:mode") & FILE_TYPE;
    return type == NAMED_PIPE && Files.exists(real(path));
  }

  private static byte[] bounded(InputStream in) throws IOException {
    int most = MOST_MEBIBYTES << 20;
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new IOException("it has more than " + MOST_MEBIBYTES + " MiB, too much for settings");
    }
    return bytes;
  }

  /** The file's path, all links followed. */
  public String real() {
    return real.toString();
  }

  /** The file's absolute path as its user knows it. */
  public String path() {
    return path.toAbsolutePath().toString();
  }

  /** Whether {@code path} leads to the file whose real path is {@code real}. */
  public static boolean leadsTo(Path path, String real) {
    try {
      return real(path.toAbsolutePath(), 0).toString().equals(real);
    } catch (IOException e) {
      return false;
    }
  }

  /** What was in the file when it was locked. */
  public byte[] bytes() {
    return before == null ? new byte[0] : before;
  }

  /**
   * Replaces the file's content by {@code after}, atomically and durably; does nothing if it is the
   * same already.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Changed} or {@code
   *     FileFailure.Unwritable}; the file is then as it was
   */
  public void replace(byte[] after) {
    replace(after, Rights.KEPT);
  }

  /** As {@link #replace(byte[])}, with {@code rights}. */
  public void replace(byte[] after, Rights rights) {
    boolean open = rights == Rights.PRIVATE && isOpenToOthers(real);
    if (Arrays.equals(bytes(), after) && !open) {
      return;
    }
    new Replacement(path, real, rights).write(after, this::checkUnchanged);
  }

  /**
   * Checks that the file at {@code path} could be replaced by one that is a little longer; the file
   * stays as it is.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} or {@code
   *     FileFailure.Unreadable}
   */
  public static void checkReplaceable(Path path) {
    new Replacement(path, real(path), Rights.KEPT).check(read(path).length + LITTLE);
  }

  private void checkUnchanged() {
    byte[] now = readOrNull(real);
    boolean unchanged = before == null ? now == null : now != null && Arrays.equals(before, now);
    if (!unchanged) {
      throw new FileFailure.Changed(path.toString()).exception();
    }
  }

  @Override
  public void close() {
    lock.close();
  }

  /**
   * The real path of the file, or the one it would have: all links are followed, those of its
   * folder too.
   */
  private static Path real(Path path) {
    try {
      return real(path.toAbsolutePath(), 0);
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }

  private static Path real(Path path, int links) throws IOException {
    if (links > MOST_LINKS) {
      throw new IOException(IoFailures.CIRCLE);
    }
    if (Files.isSymbolicLink(path)) {
      return real(path.resolveSibling(Files.readSymbolicLink(path)), links + 1);
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return path.toRealPath();
    }
    Path parent = path.getParent();
    return parent == null ? path : real(parent, links).resolve(path.getFileName());
  }
}
