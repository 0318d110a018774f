package dev.keyturn.adapter.aws.xml;

/** The characters that XML 1.0 allows. */
final class XmlCharacters {

  private XmlCharacters() {}

  /**
   * The number of a character reference: decimal or, after an x, hexadecimal; 0 if it is neither.
   */
  static int referred(String reference) {
    boolean hexadecimal = reference.startsWith("#x");
    String digits = reference.substring(Math.min(reference.length(), hexadecimal ? 2 : 1));
    boolean isNumber =
        reference.startsWith("#")
            && !digits.isEmpty()
            && digits
                .chars()
                .allMatch(it -> it < 0x80 && Character.digit(it, hexadecimal ? 16 : 10) >= 0);
    try {
      return isNumber ? Integer.parseInt(digits, hexadecimal ? 16 : 10) : 0;
    } catch (NumberFormatException tooLarge) {
      return 0;
    }
  }

  /** Whether a document may contain the character. */
  static boolean isAllowed(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || (code >= ' ' && code < Character.MIN_SURROGATE)
        || (code > Character.MAX_SURROGATE && code < 0xfffe)
        || (code > 0xffff && code <= Character.MAX_CODE_POINT);
  }

  /** Whether a name may have the character, or begin with it. */
  static boolean isOfName(char c, boolean first) {
    boolean begins =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0xc0;
    return begins || (!first && ((c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xb7));
  }
}
