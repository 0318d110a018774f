package dev.keyturn.sandbox.qr;

/** The square of dark and light modules. */
final class Symbol {
  private final Version version;
  private final boolean[][] dark;

  /** The modules that are not data, and that a mask leaves alone. */
  private final boolean[][] reserved;

  private Symbol(Version version) {
    this.version = version;
    this.dark = new boolean[version.size()][version.size()];
    this.reserved = new boolean[version.size()][version.size()];
  }

  private Symbol(Symbol other) {
    this.version = other.version;
    this.dark = copy(other.dark);
    this.reserved = other.reserved;
  }

  /** Draws the codewords and takes the mask that gives the least penalty. */
  static Symbol of(Version version, byte[] codewords) {
    Symbol unmasked = new Symbol(version);
    unmasked.drawFunctionPatterns();
    unmasked.drawCodewords(codewords);
    Symbol best = unmasked.masked(Mask.CHESSBOARD);
    for (Mask mask : Mask.values()) {
      Symbol candidate = unmasked.masked(mask);
      if (Penalty.of(candidate) < Penalty.of(best)) {
        best = candidate;
      }
    }
    return best;
  }

  int size() {
    return dark.length;
  }

  /** Outside of the square everything is light. */
  boolean isDark(int row, int column) {
    return isInside(row, column) && dark[row][column];
  }

  private boolean isInside(int row, int column) {
    return row >= 0 && row < size() && column >= 0 && column < size();
  }

  private void drawFunctionPatterns() {
    drawTiming();
    drawFinder(3, 3);
    drawFinder(3, size() - 4);
    drawFinder(size() - 4, 3);
    drawAlignments();
    drawFormat(0);
    drawVersion();
  }

  private void drawTiming() {
    for (int i = 0; i < size(); i++) {
      reserve(6, i, i % 2 == 0);
      reserve(i, 6, i % 2 == 0);
    }
  }

  /** Rings around a dark centre of 3 by 3, and the light line that parts them from the data. */
  private void drawFinder(int row, int column) {
    for (int i = -4; i <= 4; i++) {
      for (int j = -4; j <= 4; j++) {
        int ring = Math.max(Math.abs(i), Math.abs(j));
        if (isInside(row + i, column + j)) {
          reserve(row + i, column + j, ring != 2 && ring != 4);
        }
      }
    }
  }

  private void drawAlignments() {
    int[] centres = version.alignmentCentres();
    int last = centres.length - 1;
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j <= last; j++) {
        boolean underFinder = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
        if (!underFinder) {
          drawAlignment(centres[i], centres[j]);
        }
      }
    }
  }

  private void drawAlignment(int row, int column) {
    for (int i = -2; i <= 2; i++) {
      for (int j = -2; j <= 2; j++) {
        reserve(row + i, column + j, Math.max(Math.abs(i), Math.abs(j)) != 1);
      }
    }
  }

  /**
   * Level M and the mask, protected by a BCH code (15, 5), twice, and the one always dark module.
   */
  private void drawFormat(int mask) {
    int remainder = mask;
    for (int i = 0; i < 10; i++) {
      remainder = (remainder << 1) ^ ((remainder >>> 9) * 0x537);
    }
    int bits = (mask << 10 | remainder) ^ 0x5412;
    for (int i = 0; i < 15; i++) {
      boolean bit = (bits >>> i & 1) == 1;
      int down = i < 6 ? i : i < 8 ? i + 1 : size() - 15 + i;
      int left = i < 8 ? size() - 1 - i : i == 8 ? 7 : 14 - i;
      reserve(down, 8, bit);
      reserve(8, left, bit);
    }
    reserve(size() - 8, 8, true);
  }

  /** The version's number, protected by a BCH code (18, 6), twice. */
  private void drawVersion() {
    if (!version.hasVersionInformation()) {
      return;
    }
    int remainder = version.number();
    for (int i = 0; i < 12; i++) {
      remainder = (remainder << 1) ^ ((remainder >>> 11) * 0x1F25);
    }
    int bits = version.number() << 12 | remainder;
    for (int i = 0; i < 18; i++) {
      boolean bit = (bits >>> i & 1) == 1;
      reserve(i / 3, size() - 11 + i % 3, bit);
      reserve(size() - 11 + i % 3, i / 3, bit);
    }
  }

  private void reserve(int row, int column, boolean isDark) {
    dark[row][column] = isDark;
    reserved[row][column] = true;
  }

  /** In pairs of columns from the right, up and down in turn, leaving out the timing column. */
  private void drawCodewords(byte[] codewords) {
    int bit = 0;
    boolean upwards = true;
    for (int right = size() - 1; right > 0; right -= right == 8 ? 3 : 2) {
      for (int i = 0; i < size(); i++) {
        int row = upwards ? size() - 1 - i : i;
        for (int column = right; column > right - 2; column--) {
          if (!reserved[row][column] && bit < codewords.length * 8) {
            dark[row][column] = (codewords[bit / 8] >>> (7 - bit % 8) & 1) == 1;
            bit++;
          }
        }
      }
      upwards = !upwards;
    }
  }

  private Symbol masked(Mask mask) {
    Symbol symbol = new Symbol(this);
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        symbol.dark[row][column] ^= !reserved[row][column] && mask.inverts(row, column);
      }
    }
    symbol.drawFormat(mask.number());
    return symbol;
  }

  private static boolean[][] copy(boolean[][] rows) {
    boolean[][] copy = new boolean[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
