package dev.keyturn.cli.adapter.terminal;

import dev.keyturn.cli.command.port.qr.QrCode;

/**
 * A QR code in characters, two modules high each. The glyphs are the light modules, in white on
 * black: if the dark modules were glyphs, the gaps that fonts leave between lines would split them,
 * and phones could not read the code.
 */
final class HalfBlocks {

  /** ISO/IEC 18004 requires a light margin of four modules; phones also read half of it. */
  private static final int QUIET_ZONE = 4;

  private static final int NARROW_QUIET_ZONE = 2;

  private static final String WHITE_ON_BLACK = "\u001b[38;5;231;48;5;16m";
  private static final String NORMAL = "\u001b[0m";

  private HalfBlocks() {}

  /**
   * The lines of {@code code}; empty if a window of {@code rows} has no room for it and an input
   * line.
   */
  static String of(QrCode code, int rows) {
    if (height(code, QUIET_ZONE) < rows) {
      return lines(code, QUIET_ZONE);
    }
    return height(code, NARROW_QUIET_ZONE) < rows ? lines(code, NARROW_QUIET_ZONE) : "";
  }

  private static int height(QrCode code, int margin) {
    return (code.size() + 2 * margin + 1) / 2;
  }

  private static String lines(QrCode code, int margin) {
    StringBuilder lines = new StringBuilder();
    for (int row = -margin; row < code.size() + margin; row += 2) {
      lines.append(WHITE_ON_BLACK);
      for (int column = -margin; column < code.size() + margin; column++) {
        boolean isLast = row + 1 == code.size() + margin;
        lines.append(glyph(!code.isDark(column, row), !isLast && !code.isDark(column, row + 1)));
      }
      lines.append(NORMAL).append('\n');
    }
    return lines.toString();
  }

  private static char glyph(boolean isUpperLight, boolean isLowerLight) {
    if (isUpperLight) {
      return isLowerLight ? '█' : '▀';
    }
    return isLowerLight ? '▄' : ' ';
  }
}
