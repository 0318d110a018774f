package dev.keyturn.sandbox.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** QR codes as PNG images. Safe for use by several threads. */
public final class QrCode {
  /** The light margin that ISO/IEC 18004 requires around a symbol, in modules. */
  private static final int QUIET_ZONE = 4;

  private static final int PIXELS_PER_MODULE = 6;

  private QrCode() {}

  /**
   * A black and white PNG image of a QR code; the same text always gives the same bytes.
   *
   * @param text in ISO 8859-1
   * @throws IllegalArgumentException when the text is too long for a QR code (2331 bytes)
   */
  public static byte[] png(String text) {
    ByteMatrix modules = modules(text);
    int pixels = (modules.getWidth() + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
    return Png.blackAndWhite(
        pixels,
        pixels,
        (x, y) ->
            isDark(
                modules, x / PIXELS_PER_MODULE - QUIET_ZONE, y / PIXELS_PER_MODULE - QUIET_ZONE));
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for a text of " + text.length(), e);
    }
  }

  private static boolean isDark(ByteMatrix modules, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return inside && modules.get(x, y) == 1;
  }
}
