package dev.keyturn.adapter.file;

import java.nio.charset.StandardCharsets;

/**
 * FNV-1a with 64 bits: distinguishes texts that were not crafted to collide.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc9923">RFC 9923</a>
 */
public final class Checksum {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Checksum() {}

  /** The checksum of {@code text} in UTF-8. */
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /** The checksum of the bytes from {@code from} until before {@code to}. */
  public static long of(byte[] bytes, int from, int to) {
    long hash = OFFSET;
    for (int index = from; index < to; index++) {
      hash = (hash ^ (bytes[index] & 0xff)) * PRIME;
    }
    return hash;
  }
}
