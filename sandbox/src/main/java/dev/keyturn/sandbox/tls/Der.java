package dev.keyturn.sandbox.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * The part of DER (ITU-T X.690) that certificates are written in.
 *
 * <pre>
 * value = tag length content      length = 1 byte below 128, else a count of bytes and the bytes
 * </pre>
 */
final class Der {
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... items) {
    return value(0x30, concat(items));
  }

  static byte[] set(byte[]... items) {
    return value(0x31, concat(items));
  }

  static byte[] integer(BigInteger number) {
    return value(0x02, number.toByteArray());
  }

  static byte[] bool(boolean flag) {
    return value(0x01, new byte[] {(byte) (flag ? 0xff : 0)});
  }

  static byte[] octets(byte[] bytes) {
    return value(0x04, bytes);
  }

  /** A bit string; the last {@code unused} bits of the last byte are not part of it. */
  static byte[] bits(int unused, byte[] bytes) {
    return value(0x03, concat(new byte[] {(byte) unused}, bytes));
  }

  static byte[] text(String text) {
    return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A time before 2050, as RFC 5280 wants it. */
  static byte[] time(Instant time) {
    return value(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier such as {@code 2.5.4.3}. */
  static byte[] oid(String dotted) {
    int[] arcs = Arrays.stream(dotted.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(arcs[0] * 40 + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arcs[i] >> shift != 0) {
          bytes.write(0x80 | ((arcs[i] >> shift) & 0x7f));
        }
      }
      bytes.write(arcs[i] & 0x7f);
    }
    return value(0x06, bytes.toByteArray());
  }

  /** A value under a tag of its context. */
  static byte[] tagged(int tag, byte[] content) {
    return value(tag, content);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(tag);
    if (content.length < 0x80) {
      bytes.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      byte[] unsigned = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
      bytes.write(0x80 | unsigned.length);
      bytes.writeBytes(unsigned);
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
