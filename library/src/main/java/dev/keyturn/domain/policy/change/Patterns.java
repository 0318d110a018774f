package dev.keyturn.domain.policy.change;

import dev.keyturn.domain.policy.document.TextPattern;
import dev.keyturn.domain.policy.document.TextPattern.AnyText;
import dev.keyturn.domain.policy.document.TextPattern.Literal;
import java.util.List;

/**
 * Decides whether one pattern includes another. It recognises equal patterns, {@code *} and {@code
 * text*}, which mean the same in all kinds of patterns: a wildcard in the middle of a resource ends
 * at a colon.
 */
final class Patterns {

  private final boolean ignoresCase;

  Patterns(boolean ignoresCase) {
    this.ignoresCase = ignoresCase;
  }

  static boolean isEverything(TextPattern pattern) {
    return pattern.source().equals("*");
  }

  boolean isCovered(TextPattern narrow, List<TextPattern> wide) {
    return wide.stream().anyMatch(it -> includes(it, narrow));
  }

  private boolean includes(TextPattern wide, TextPattern narrow) {
    if (isEverything(wide) || isSame(wide, narrow)) {
      return true;
    }
    List<TextPattern.Part> parts = wide.parts();
    return parts.size() == 2
        && parts.get(0) instanceof Literal
        && parts.get(1) instanceof AnyText
        && isPrefix(beginning(wide), beginning(narrow));
  }

  /** Whether the prefixes show that no text matches both. */
  boolean areApart(TextPattern one, TextPattern other) {
    String first = beginning(one);
    String second = beginning(other);
    boolean texts = isText(one) && isText(other) && !isSame(one, other);
    return texts || (!isPrefix(first, second) && !isPrefix(second, first));
  }

  private boolean isSame(TextPattern one, TextPattern other) {
    return (ignoresCase && isPlain(one) && isPlain(other))
        ? one.source().equalsIgnoreCase(other.source())
        : one.equals(other);
  }

  /** Whether it has no variables; in the older language version, the same text has none. */
  private static boolean isPlain(TextPattern pattern) {
    return pattern.parts().stream().noneMatch(it -> it instanceof TextPattern.Variable);
  }

  private static boolean isText(TextPattern pattern) {
    return pattern.parts().size() == 1 && pattern.parts().get(0) instanceof Literal;
  }

  /** The prefix of every matching text. */
  private static String beginning(TextPattern pattern) {
    return !pattern.parts().isEmpty() && pattern.parts().get(0) instanceof Literal literal
        ? literal.text()
        : "";
  }

  private boolean isPrefix(String prefix, String text) {
    return text.regionMatches(ignoresCase, 0, prefix, 0, prefix.length());
  }
}
