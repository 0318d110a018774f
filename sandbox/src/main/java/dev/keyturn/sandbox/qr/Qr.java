package dev.keyturn.sandbox.qr;

import java.nio.charset.StandardCharsets;

/**
 * Makes QR codes of ISO/IEC 18004. The same text always gives the same bytes. Safe for use by
 * several threads.
 */
public final class Qr {
  /** The light margin that the standard asks for around a symbol, in modules. */
  private static final int QUIET_ZONE = 4;

  private static final int PIXELS_PER_MODULE = 6;

  private Qr() {}

  /**
   * A black and white PNG of the smallest symbol that holds the text in UTF-8.
   *
   * @throws IllegalArgumentException when the text has more than 2331 bytes
   */
  public static byte[] png(String text) {
    Symbol symbol = symbol(text);
    int pixels = (symbol.size() + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
    return Png.blackAndWhite(
        pixels,
        pixels,
        (x, y) ->
            symbol.isDark(y / PIXELS_PER_MODULE - QUIET_ZONE, x / PIXELS_PER_MODULE - QUIET_ZONE));
  }

  static Symbol symbol(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Version version = Version.holding(bytes.length);
    return Symbol.of(version, Codewords.of(version, bytes));
  }
}
