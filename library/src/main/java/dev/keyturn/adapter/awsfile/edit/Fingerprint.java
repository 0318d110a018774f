package dev.keyturn.adapter.awsfile.edit;

import java.util.zip.CRC32;

/** Tells texts apart by their length and a checksum; says nothing of what is in them. */
final class Fingerprint {

  private Fingerprint() {}

  /** The fingerprint of a whole file. */
  static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** The fingerprint of the bytes from {@code from} until before {@code to}. */
  static String of(byte[] bytes, int from, int to) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, to - from);
    return (to - from) + "-" + Long.toHexString(checksum.getValue());
  }
}
