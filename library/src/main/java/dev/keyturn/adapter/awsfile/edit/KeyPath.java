package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.SectionHeader;
import org.jspecify.annotations.Nullable;

/**
 * The key of a setting, or of one setting of a nested block.
 *
 * @param first the key at the top level of the section
 * @param child the key inside its block; null for a plain setting
 */
record KeyPath(String first, @Nullable String child) {

  /**
   * Reads a key as a user types it.
   *
   * <pre>
   * KeyPath = Key ["." Key]
   * </pre>
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for more than two levels or
   *     an empty one
   */
  static KeyPath parse(String text) {
    WritableText.checkOneLine("the key", text);
    int dot = text.indexOf('.');
    if (dot < 0) {
      return new KeyPath(checked(text, text), null);
    }
    String child = text.substring(dot + 1);
    if (child.indexOf('.') >= 0) {
      throw WritableText.refused(
          "'" + text + "' has too many levels: the format has settings and one level below them",
          "write it as KEY or BLOCK.KEY");
    }
    return new KeyPath(checked(text.substring(0, dot), text), checked(child, text));
  }

  private static String checked(String level, String text) {
    if (SectionHeader.trim(level).isEmpty()) {
      throw WritableText.refused(
          "'" + text + "' is not a key: a part of it is empty", "write it as KEY or BLOCK.KEY");
    }
    return level;
  }
}
