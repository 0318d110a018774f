package dev.keyturn.domain.policy.document;

/** Character classes of the grammar. */
final class Ascii {

  private Ascii() {}

  static boolean isAlphanumeric(String text) {
    return text.chars().allMatch(Ascii::isAlphanumeric);
  }

  static boolean isAlphanumeric(int c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(Ascii::isDigit);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
