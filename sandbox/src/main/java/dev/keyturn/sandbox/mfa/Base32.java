package dev.keyturn.sandbox.mfa;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Base32 of RFC 4648, as authenticator apps write seeds: any case, padding optional. */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  /** Without padding. */
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder((bytes.length * 8 + 4) / 5);
    int buffer = 0;
    int bits = 0;
    for (byte value : bytes) {
      buffer = (buffer << 8) | (value & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  /**
   * The bytes of a seed.
   *
   * @throws IllegalArgumentException for a character outside the alphabet; names its position only
   */
  public static byte[] decode(String text) {
    String trimmed = text.toUpperCase(Locale.ROOT).replaceAll("=+$", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < trimmed.length(); i++) {
      int digit = ALPHABET.indexOf(trimmed.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("not base32 at character " + (i + 1));
      }
      buffer = (buffer << 5) | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
