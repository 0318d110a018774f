package dev.keyturn.adapter.awsfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a file of the AWS format. Nothing is decoded or normalised: what is not replaced
 * stays as it is, whatever its encoding, line endings or mistakes. Immutable and thread-safe.
 */
final class AwsFile {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;

  private AwsFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The file with these bytes, which the caller gives away. */
  static AwsFile of(byte[] bytes) {
    return new AwsFile(bytes);
  }

  /**
   * Text, encoded as UTF-8, in place of the bytes from {@code from} until before {@code to}.
   *
   * @param from the first byte that goes
   * @param to the byte behind the last that goes
   * @param replacement what comes instead; may be secret
   */
  record Splice(int from, int to, String replacement) {

    /** Without the replacement, which may be secret. */
    @Override
    public String toString() {
      return "Splice[" + from + ", " + to + "]";
    }
  }

  /** The file with {@code splices} made, which are in file order and do not overlap. */
  AwsFile with(List<Splice> splices) {
    ByteArrayOutputStream result = new ByteArrayOutputStream(bytes.length + 256);
    int written = 0;
    for (Splice splice : splices) {
      result.write(bytes, written, splice.from - written);
      result.writeBytes(splice.replacement.getBytes(StandardCharsets.UTF_8));
      written = splice.to;
    }
    result.write(bytes, written, bytes.length - written);
    return new AwsFile(result.toByteArray());
  }

  /** The bytes themselves, which the caller leaves as they are. */
  byte[] bytes() {
    return bytes;
  }

  /** The bytes from {@code from} until before {@code to} as text; U+FFFD for what is not UTF-8. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether the bytes from {@code from} until before {@code to} are UTF-8 without NUL. */
  boolean isText(int from, int to) {
    String text = text(from, to);
    return text.indexOf('\0') < 0
        && (text.indexOf('\uFFFD') < 0
            || Arrays.equals(
                text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to)));
  }

  /** Where the first line begins: behind the byte order mark, if there is one. */
  int firstLine() {
    return startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  }

  /** Whether the file is UTF-16, as an old PowerShell's {@code >} writes it. */
  boolean isUtf16() {
    return startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE})
        || startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF});
  }

  /** Whether the last line has a line ending; an empty file counts as one that has. */
  boolean endsWithLineEnding() {
    return bytes.length <= firstLine() || isLineEnding(bytes[bytes.length - 1]);
  }

  /** The length of the line ending at {@code index}: 2 for CR LF, 1 for LF or CR, 0 for none. */
  int lineEndingAt(int index) {
    if (index >= bytes.length || !isLineEnding(bytes[index])) {
      return 0;
    }
    return bytes[index] == '\r' && index + 1 < bytes.length && bytes[index + 1] == '\n' ? 2 : 1;
  }

  /** The first line ending of the file, LF where it has none. */
  String lineEnding() {
    for (int index = 0; index < bytes.length; index++) {
      int length = lineEndingAt(index);
      if (length > 0) {
        return text(index, index + length);
      }
    }
    return "\n";
  }

  /** The ending of the last line; where it has none, the first of the file. */
  String lastLineEnding() {
    int last = bytes.length - 1;
    if (last < 0 || !isLineEnding(bytes[last])) {
      return lineEnding();
    }
    boolean both = bytes[last] == '\n' && last > 0 && bytes[last - 1] == '\r';
    return text(both ? last - 1 : last, last + 1);
  }

  /** The file without the ending of its last line, if it has one. */
  AwsFile withoutLastLineEnding() {
    if (bytes.length == 0 || !isLineEnding(bytes[bytes.length - 1])) {
      return this;
    }
    int ending = lastLineEnding().length();
    return new AwsFile(Arrays.copyOf(bytes, bytes.length - ending));
  }

  private static boolean isLineEnding(byte value) {
    return value == '\n' || value == '\r';
  }

  private boolean startsWith(byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
