package dev.keyturn.cli.command.text;

/**
 * How many columns a terminal needs for a text: two for East Asian wide characters and emoji, none
 * for combining marks (Unicode Standard Annex 11; the blocks that are wide as a whole).
 */
final class DisplayWidth {

  /** First and last code point of each range of wide characters, in order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653,
    0x26A1, 0x26A1, 0x26D4, 0x26D4, 0x2705, 0x2705, 0x274C, 0x274C, 0x2753, 0x2757, 0x2B50, 0x2B50,
    0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0,
    0x18CFF, 0x1B000, 0x1B2FF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F265, 0x1F300,
    0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += of(character);
      i += Character.charCount(character);
    }
    return width;
  }

  private static int of(int character) {
    if (character < 0x300) {
      return 1;
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  private static boolean isWide(int character) {
    for (int i = 0; i < WIDE.length && character >= WIDE[i]; i += 2) {
      if (character <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
