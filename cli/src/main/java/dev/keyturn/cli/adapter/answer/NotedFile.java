package dev.keyturn.cli.adapter.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was before it was read.
 *
 * @param path its path as given
 * @param isMissing whether it did not exist
 * @param found the file; null also for things whose time does not show changes: a folder, a pipe,
 *     an inaccessible path
 */
record NotedFile(Path path, boolean isMissing, @Nullable Found found) {

  /**
   * An existing file.
   *
   * @param real its path, all links followed
   * @param modified when it was last written
   */
  record Found(Path real, Instant modified) {}

  /** Looks at {@code path}. */
  static NotedFile at(Path path) {
    // Faster than an exception, as some files are often missing.
    boolean isMissing = !path.toFile().exists();
    return new NotedFile(path, isMissing, isMissing ? null : found(path));
  }

  private static @Nullable Found found(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new Found(path.toRealPath(), attributes.lastModifiedTime().toInstant())
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
