package dev.keyturn.cli.adapter.qr;

import dev.keyturn.cli.command.port.qr.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * The picture of a QR code, one byte for each pixel. The runtime has no {@code java.desktop}, which
 * could write one.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">W3C, Portable Network Graphics</a>
 */
final class Png {

  static final int SIGNATURE_LENGTH = 8;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BITS = 8;
  private static final byte GREY = 0;
  private static final byte WHITE = (byte) 0xFF;

  /** The light margin that ISO/IEC 18004 requires, in modules. */
  private static final int QUIET_ZONE = 4;

  private static final int PIXELS_PER_MODULE = 8;

  private Png() {}

  static boolean begins(byte[] file) {
    return Arrays.equals(file, SIGNATURE);
  }

  static byte[] of(QrCode code) {
    int side = (code.size() + 2 * QUIET_ZONE) * PIXELS_PER_MODULE;
    byte[] header = ByteBuffer.allocate(13).putInt(side).putInt(side).put(BITS).put(GREY).array();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header));
    png.writeBytes(chunk("IDAT", deflated(lines(code, side))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** Each line begins with the number of its filter: none. */
  private static byte[] lines(QrCode code, int side) {
    byte[] lines = new byte[side * (side + 1)];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PIXELS_PER_MODULE - QUIET_ZONE;
        int row = y / PIXELS_PER_MODULE - QUIET_ZONE;
        lines[y * (side + 1) + 1 + x] = code.isDark(column, row) ? 0 : WHITE;
      }
    }
    return lines;
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deflated.toByteArray();
  }

  /** Its length, its type, the data, and a checksum of type and data. */
  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }
}
