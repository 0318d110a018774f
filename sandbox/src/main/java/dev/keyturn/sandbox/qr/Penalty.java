package dev.keyturn.sandbox.qr;

/** How hard a symbol is to read, by the four rules of the standard; less is better. */
final class Penalty {
  private static final int RUN = 3;
  private static final int SQUARE = 3;
  private static final int FINDER_LIKE = 40;
  private static final int IMBALANCE = 10;

  /** A finder's cross-section with a light margin of four on one side. */
  private static final int[] FINDERS = {0b10111010000, 0b00001011101};

  private Penalty() {}

  /** A row or a column, by turns. */
  @FunctionalInterface
  private interface Lines {
    boolean isDark(int line, int position);
  }

  static int of(Symbol symbol) {
    return alongLines(symbol.size(), symbol::isDark)
        + alongLines(symbol.size(), (line, position) -> symbol.isDark(position, line))
        + squares(symbol)
        + imbalance(symbol);
  }

  private static int alongLines(int size, Lines lines) {
    int penalty = 0;
    for (int line = 0; line < size; line++) {
      int run = 0;
      int window = 0;
      for (int i = 0; i < size; i++) {
        boolean dark = lines.isDark(line, i);
        run = i > 0 && dark == lines.isDark(line, i - 1) ? run + 1 : 1;
        penalty += run == 5 ? RUN : run > 5 ? 1 : 0;
        window = (window << 1 | (dark ? 1 : 0)) & 0b11111111111;
        penalty += i >= 10 && (window == FINDERS[0] || window == FINDERS[1]) ? FINDER_LIKE : 0;
      }
    }
    return penalty;
  }

  private static int squares(Symbol symbol) {
    int penalty = 0;
    for (int row = 1; row < symbol.size(); row++) {
      for (int column = 1; column < symbol.size(); column++) {
        boolean dark = symbol.isDark(row, column);
        boolean square =
            dark == symbol.isDark(row - 1, column)
                && dark == symbol.isDark(row, column - 1)
                && dark == symbol.isDark(row - 1, column - 1);
        penalty += square ? SQUARE : 0;
      }
    }
    return penalty;
  }

  /** Grows with each five per cent by which the dark modules are more or less than half. */
  private static int imbalance(Symbol symbol) {
    int all = symbol.size() * symbol.size();
    int dark = 0;
    for (int i = 0; i < all; i++) {
      dark += symbol.isDark(i / symbol.size(), i % symbol.size()) ? 1 : 0;
    }
    return Math.abs(dark * 20 - all * 10) / all * IMBALANCE;
  }
}
