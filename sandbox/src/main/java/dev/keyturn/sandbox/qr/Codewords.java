package dev.keyturn.sandbox.qr;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes that go into a symbol: the data with its header, padded, corrected, interleaved. */
final class Codewords {
  static final int MODE_BITS = 4;

  private static final int BYTE_MODE = 0b0100;
  private static final int[] PADDING = {0xEC, 0x11};

  private Codewords() {}

  static byte[] of(Version version, byte[] bytes) {
    List<byte[]> data = blocks(version, data(version, bytes));
    ReedSolomon correction = new ReedSolomon(version.correctionCodewordsPerBlock());
    List<byte[]> corrections = data.stream().map(correction::remainder).toList();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    interleave(data, all);
    interleave(corrections, all);
    return all.toByteArray();
  }

  /** {@code mode(4 bits) count(8 or 16 bits) bytes terminator(4 zero bits) padding}. */
  private static byte[] data(Version version, byte[] bytes) {
    byte[] data = new byte[version.dataCodewords()];
    Bits bits = new Bits(data);
    bits.add(BYTE_MODE, MODE_BITS);
    bits.add(bytes.length, version.countBits());
    for (byte value : bytes) {
      bits.add(value & 0xFF, 8);
    }
    for (int i = 0, at = bits.nextFreeByte(); at < data.length; i++, at++) {
      data[at] = (byte) PADDING[i % 2];
    }
    return data;
  }

  /** Cuts the data into blocks; where it does not divide evenly, the later blocks are longer. */
  private static List<byte[]> blocks(Version version, byte[] data) {
    List<byte[]> blocks = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < version.blocks(); i++) {
      int end = start + (data.length + i) / version.blocks();
      blocks.add(Arrays.copyOfRange(data, start, end));
      start = end;
    }
    return blocks;
  }

  private static void interleave(List<byte[]> blocks, ByteArrayOutputStream all) {
    int longest = blocks.get(blocks.size() - 1).length;
    for (int i = 0; i < longest; i++) {
      for (byte[] block : blocks) {
        if (i < block.length) {
          all.write(block[i]);
        }
      }
    }
  }

  /** Fills bytes from their highest bit on; what is not filled stays zero. */
  private static final class Bits {
    private final byte[] target;
    private int length;

    Bits(byte[] target) {
      this.target = target;
    }

    void add(int value, int count) {
      for (int i = count - 1; i >= 0; i--, length++) {
        target[length / 8] |= (byte) (((value >>> i) & 1) << (7 - length % 8));
      }
    }

    /** Behind a terminator of up to four zero bits. */
    int nextFreeByte() {
      return (Math.min(length + 4, target.length * 8) + 7) / 8;
    }
  }
}
