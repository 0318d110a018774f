package dev.keyturn.adapter.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file: which bytes they are. A line ends with LF, CR LF or CR. Immutable and
 * thread-safe.
 */
public final class FileLines {

  private final byte[] bytes;

  /** Where each line begins, and after them the end of the file. */
  private final int[] starts;

  /** The lines of {@code bytes}, which must not change. */
  public FileLines(byte[] bytes) {
    this.bytes = bytes;
    this.starts = starts(bytes);
  }

  private static int[] starts(byte[] bytes) {
    int[] starts = new int[64];
    int count = 0;
    int index = 0;
    while (index < bytes.length) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, 2 * count + 2);
      }
      starts[count++] = index;
      index = endOfLine(bytes, index);
      boolean both = index + 1 < bytes.length && bytes[index] == '\r' && bytes[index + 1] == '\n';
      index += both ? 2 : 1;
    }
    starts[count] = bytes.length;
    return Arrays.copyOf(starts, count + 1);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int index = from;
    while (index < bytes.length && bytes[index] != '\n' && bytes[index] != '\r') {
      index++;
    }
    return index;
  }

  /** Where a line begins, counted from 0; the end of the file for the line after the last. */
  public int start(int line) {
    return starts[line];
  }

  /**
   * The line that contains the byte at {@code offset}, or would: a last line without a line ending
   * can still grow.
   */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      return -found - 2;
    }
    boolean growsLastLine = offset > 0 && offset == bytes.length && !isLineEnding(offset - 1);
    return growsLastLine ? found - 1 : found;
  }

  private boolean isLineEnding(int index) {
    return bytes[index] == '\n' || bytes[index] == '\r';
  }

  /** The first line that begins at {@code offset} or after it. */
  public int lineFrom(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 1;
  }

  /** A checksum of a line without its ending; 0 beyond either end of the file. */
  public long checksum(int line) {
    boolean there = line >= 0 && line + 1 < starts.length;
    return there ? Checksum.of(bytes, starts[line], endOfLine(bytes, starts[line])) : 0;
  }

  /** How many there are. */
  int count() {
    return starts.length - 1;
  }

  /** How many lines {@code latin1} has. */
  public static int count(String latin1) {
    return of(latin1).count();
  }

  /** The lines of {@code latin1}. */
  static FileLines of(String latin1) {
    return new FileLines(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether a line begins at {@code offset}, or the file ends there. */
  boolean isBoundary(int offset) {
    return Arrays.binarySearch(starts, offset) >= 0;
  }

  /** All of them, a character for each byte. */
  String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
