package dev.keyturn.adapter.file;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Translates I/O errors into failures with plain messages: the one place where an error of reading
 * or writing becomes a failure.
 */
public final class IoFailures {

  static final String CIRCLE = "its symbolic links lead in a circle";
  static final String LINK = "it is a symbolic link, which Keyturn did not make";
  static final String FOLDER = "it is a folder";

  private IoFailures() {}

  /** {@code file}, a path as its user knows it, cannot be read. */
  public static FailureException unreadable(Path file, IOException cause) {
    return isInterruption(cause)
        ? new Failure.Interrupted().exception(cause)
        : new FileFailure.Unreadable(
                file.toString(), Files.isDirectory(file) ? FOLDER : reason(file, cause))
            .exception(cause);
  }

  /** {@code file}, a path as its user knows it, cannot be written or removed. */
  public static FailureException unwritable(Path file, IOException cause) {
    return isInterruption(cause)
        ? new Failure.Interrupted().exception(cause)
        : new FileFailure.Unwritable(file.toString(), reason(file, cause)).exception(cause);
  }

  private static boolean isInterruption(IOException cause) {
    return cause instanceof ClosedByInterruptException
        || cause instanceof FileLockInterruptionException;
  }

  /** Nothing can be stored in {@code folder}. */
  static FailureException noStateFolder(Path folder, IOException cause) {
    String why = reason(folder.resolve("any"), cause);
    return new FileFailure.NoStateFolder(folder.toString(), why).exception(cause);
  }

  static FailureException noStateFolder(Path folder, String why) {
    return new FileFailure.NoStateFolder(folder.toString(), why).exception();
  }

  static FailureException unwritable(Path file, String why) {
    return new FileFailure.Unwritable(file.toString(), why).exception();
  }

  private static String reason(Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (String.valueOf(cause.getMessage()).contains("Too many levels of symbolic links")) {
      return CIRCLE;
    }
    Path obstacle = fileInPlaceOfFolder(file);
    if (obstacle != null) {
      return obstacle + " is not a folder";
    }
    if (cause instanceof NoSuchFileException) {
      return Files.isDirectory(file.toAbsolutePath().resolveSibling(""))
          ? FileFailure.MISSING
          : "its folder does not exist";
    }
    String reason =
        cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }

  /** The first parent of {@code file} that exists and is not a folder. */
  static @Nullable Path fileInPlaceOfFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder == null || Files.isDirectory(folder) ? null : folder;
  }
}
