package dev.keyturn.sandbox.checksum;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME, which the JDK lacks: reflected, polynomial {@code ad93d23594c93659}, all bits turned
 * at both ends.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">S3
 *     User Guide, checking object integrity</a>
 */
final class Crc64Nvme implements Checksum {
  private static final long REFLECTED_POLYNOMIAL = 0x9a6c9329ac4bc9b5L;
  private static final long[] TABLE = table();

  private long register = -1;

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long entry = i;
      for (int bit = 0; bit < 8; bit++) {
        entry = (entry >>> 1) ^ ((entry & 1) == 0 ? 0 : REFLECTED_POLYNOMIAL);
      }
      table[i] = entry;
    }
    return table;
  }

  @Override
  public void update(int value) {
    register = (register >>> 8) ^ TABLE[(int) ((register ^ value) & 0xff)];
  }

  @Override
  public void update(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~register;
  }

  @Override
  public void reset() {
    register = -1;
  }
}
