package dev.keyturn.sandbox.qr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG images with one bit per pixel.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">W3C, Portable Network Graphics</a>
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte BIT_DEPTH = 1;
  private static final byte GREYSCALE = 0;

  private Png() {}

  @FunctionalInterface
  interface Pixels {
    boolean isBlack(int x, int y);
  }

  /** {@code signature IHDR IDAT IEND}. */
  static byte[] blackAndWhite(int width, int height, Pixels pixels) {
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put(BIT_DEPTH).put(GREYSCALE).array();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header));
    png.writeBytes(chunk("IDAT", compressed(scanlines(width, height, pixels))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** {@code length type data crc(type data)}. */
  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  /** Each line is a filter type, none, and the pixels from the highest bit on; white is 1. */
  private static byte[] scanlines(int width, int height, Pixels pixels) {
    int lineLength = 1 + (width + 7) / 8;
    byte[] lines = new byte[lineLength * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (!pixels.isBlack(x, y)) {
          lines[y * lineLength + 1 + x / 8] |= (byte) (0x80 >>> x % 8);
        }
      }
    }
    return lines;
  }

  private static byte[] compressed(byte[] data) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(compressed, new Deflater(Deflater.BEST_COMPRESSION))) {
      deflater.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
