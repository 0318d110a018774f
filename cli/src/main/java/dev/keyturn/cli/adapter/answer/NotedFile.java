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
 * @param path how it was named
 * @param isMissing whether nothing was there
 * @param found what was there; null too for what says by no time whether it changed: a folder, a
 *     pipe, a forbidden place
 */
record NotedFile(Path path, boolean isMissing, @Nullable Found found) {

  /**
   * A file that is there.
   *
   * @param real its path, all links followed
   * @param modified when it was last written
   */
  record Found(Path real, Instant modified) {}

  /** Looks at {@code path}. */
  static NotedFile at(Path path) {
    // An exception takes longer, and some files are often missing.
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
