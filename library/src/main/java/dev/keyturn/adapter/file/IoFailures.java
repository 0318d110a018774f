package dev.keyturn.adapter.file;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what the file system said, in words that its user knows. */
final class IoFailures {

  static final String CIRCLE = "its symbolic links lead in a circle";

  private IoFailures() {}

  static FailureException unreadable(Path file, IOException cause) {
    return new Failure.UnreadableFile(file.toString(), reason(cause)).exception(cause);
  }

  static FailureException unwritable(Path file, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new Failure.Interrupted().exception(cause);
    }
    return new Failure.UnwritableFile(file.toString(), reason(cause)).exception(cause);
  }

  static FailureException unwritable(Path file, String why) {
    return new Failure.UnwritableFile(file.toString(), why).exception();
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (String.valueOf(cause.getMessage()).contains("Too many levels of symbolic links")) {
      return CIRCLE;
    }
    String reason =
        cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
