package dev.keyturn.sandbox.qr;

/** The eight patterns by which data modules can be inverted. */
enum Mask {
  CHESSBOARD(0),
  ROWS(1),
  COLUMNS(2),
  DIAGONALS(3),
  BRICKS(4),
  CROSSES(5),
  ROUNDED_CROSSES(6),
  LOOSE_CROSSES(7);

  private final int number;

  Mask(int number) {
    this.number = number;
  }

  /** The three bits by which the format information names the mask. */
  int number() {
    return number;
  }

  boolean inverts(int row, int column) {
    int product = row * column;
    return switch (this) {
      case CHESSBOARD -> (row + column) % 2 == 0;
      case ROWS -> row % 2 == 0;
      case COLUMNS -> column % 3 == 0;
      case DIAGONALS -> (row + column) % 3 == 0;
      case BRICKS -> (row / 2 + column / 3) % 2 == 0;
      case CROSSES -> product % 2 + product % 3 == 0;
      case ROUNDED_CROSSES -> (product % 2 + product % 3) % 2 == 0;
      case LOOSE_CROSSES -> ((row + column) % 2 + product % 3) % 2 == 0;
    };
  }
}
