package dev.keyturn.sandbox.qr;

/** Error correction codewords over GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
final class ReedSolomon {
  private static final int MODULUS = 0x11D;

  /** The coefficients of (x - 1)(x - 2)(x - 4)…, without the leading 1, highest power first. */
  private final int[] generator;

  ReedSolomon(int degree) {
    generator = new int[degree];
    generator[degree - 1] = 1;
    int root = 1;
    for (int i = 0; i < degree; i++) {
      for (int j = 0; j < degree; j++) {
        generator[j] = multiply(generator[j], root) ^ (j + 1 < degree ? generator[j + 1] : 0);
      }
      root = multiply(root, 2);
    }
  }

  /** What is left of the data, as a polynomial, divided by the generator. */
  byte[] remainder(byte[] data) {
    byte[] remainder = new byte[generator.length];
    for (byte value : data) {
      int factor = (value ^ remainder[0]) & 0xFF;
      System.arraycopy(remainder, 1, remainder, 0, remainder.length - 1);
      remainder[remainder.length - 1] = 0;
      for (int i = 0; i < remainder.length; i++) {
        remainder[i] ^= (byte) multiply(generator[i], factor);
      }
    }
    return remainder;
  }

  private static int multiply(int left, int right) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = (product << 1) ^ ((product >>> 7) * MODULUS);
      product ^= ((right >>> bit) & 1) * left;
    }
    return product;
  }
}
