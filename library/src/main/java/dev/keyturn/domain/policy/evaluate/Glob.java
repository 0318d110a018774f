package dev.keyturn.domain.policy.evaluate;

/**
 * A pattern whose variables have their values: text with wildcards.
 *
 * <p>Wildcards are represented by Unicode noncharacters, which no name, ARN or header contains.
 */
final class Glob {

  /** Any number of characters. */
  static final char ANY = '\ufdd0';

  /** Any number of characters except colons. */
  static final char ANY_WITHIN_SEGMENT = '\ufdd1';

  /** One character. */
  static final char ONE = '\ufdd2';

  /** One character except a colon. */
  static final char ONE_WITHIN_SEGMENT = '\ufdd3';

  /** The wildcard that matches colons too; any other character is returned unchanged. */
  static char acrossSegments(char c) {
    return switch (c) {
      case ANY_WITHIN_SEGMENT -> ANY;
      case ONE_WITHIN_SEGMENT -> ONE;
      default -> c;
    };
  }

  private final String pattern;

  Glob(String pattern) {
    this.pattern = pattern;
  }

  /** Whether all of {@code text} matches; takes at most |text| × |pattern| steps. */
  boolean matches(String text) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      reached = c == ANY || c == ANY_WITHIN_SEGMENT ? any(reached, text, c) : one(reached, text, c);
    }
    return reached[text.length()];
  }

  private static boolean[] any(boolean[] reached, String text, char wildcard) {
    boolean[] next = reached.clone();
    for (int i = 0; i < text.length(); i++) {
      next[i + 1] |= next[i] && (wildcard == ANY || text.charAt(i) != ':');
    }
    return next;
  }

  private static boolean[] one(boolean[] reached, String text, char expected) {
    boolean[] next = new boolean[reached.length];
    for (int i = 0; i < text.length(); i++) {
      next[i + 1] = reached[i] && fits(expected, text.charAt(i));
    }
    return next;
  }

  private static boolean fits(char expected, char actual) {
    return switch (expected) {
      case ONE -> true;
      case ONE_WITHIN_SEGMENT -> actual != ':';
      default -> expected == actual;
    };
  }
}
