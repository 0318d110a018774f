package dev.keyturn.sandbox.qr;

import java.util.stream.IntStream;

/**
 * One of the forty sizes of a symbol, with the tables of the standard for error correction level M.
 */
record Version(int number) {
  private static final int LARGEST = 40;

  private static final int[] CORRECTION_CODEWORDS_PER_BLOCK = {
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
  };

  private static final int[] BLOCKS = {
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25,
    26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49
  };

  /** The smallest version that holds so many bytes. */
  static Version holding(int bytes) {
    return IntStream.rangeClosed(1, LARGEST)
        .mapToObj(Version::new)
        .filter(version -> version.capacity() >= bytes)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Too long for a QR code"));
  }

  /** Modules on each side. */
  int size() {
    return 17 + 4 * number;
  }

  int blocks() {
    return BLOCKS[number - 1];
  }

  int correctionCodewordsPerBlock() {
    return CORRECTION_CODEWORDS_PER_BLOCK[number - 1];
  }

  int dataCodewords() {
    return codewords() - blocks() * correctionCodewordsPerBlock();
  }

  /** Bits of the field that tells how many bytes follow. */
  int countBits() {
    return number < 10 ? 8 : 16;
  }

  private int capacity() {
    return (dataCodewords() * 8 - Codewords.MODE_BITS - countBits()) / 8;
  }

  /** All codewords: what is left of the square without the function patterns. */
  int codewords() {
    int modules = (16 * number + 128) * number + 64;
    if (number >= 2) {
      int alignments = alignmentCentres().length;
      modules -= (25 * alignments - 10) * alignments - 55;
    }
    if (hasVersionInformation()) {
      modules -= 36;
    }
    return modules / 8;
  }

  boolean hasVersionInformation() {
    return number >= 7;
  }

  /** The rows, and columns, in which alignment patterns have their centres. */
  int[] alignmentCentres() {
    if (number == 1) {
      return new int[0];
    }
    int count = number / 7 + 2;
    int step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    int[] centres = new int[count];
    centres[0] = 6;
    for (int i = count - 1, centre = size() - 7; i > 0; i--, centre -= step) {
      centres[i] = centre;
    }
    return centres;
  }
}
