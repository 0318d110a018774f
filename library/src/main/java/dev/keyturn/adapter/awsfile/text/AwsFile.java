package dev.keyturn.adapter.awsfile.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a file of the AWS format. Nothing is decoded or normalised: bytes that are not
 * replaced stay as they are, whatever their encoding, line endings or mistakes. Immutable and
 * thread-safe.
 */
public final class AwsFile {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;

  private AwsFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The file with these bytes, which the caller must not change afterwards. */
  public static AwsFile of(byte[] bytes) {
    return new AwsFile(bytes);
  }

  /** The bytes as characters, one each. */
  public String latin1() {
    return latin1(0, bytes.length);
  }

  /** The bytes from {@code from} until before {@code to} as characters, one each. */
  public String latin1(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /**
   * Replaces the bytes from {@code from} until before {@code to} by a text, encoded as UTF-8.
   *
   * @param from the first byte removed
   * @param to the byte after the last one removed
   * @param replacement the new text; may be secret
   */
  public record Splice(int from, int to, String replacement) {

    /** Without the replacement, which may be secret. */
    @Override
    public String toString() {
      return "Splice[" + from + ", " + to + "]";
    }
  }

  /** The file with {@code splices} made, which are in file order and do not overlap. */
  public AwsFile with(List<Splice> splices) {
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

  /** The lines from byte {@code from} on, without the last {@code left} bytes. */
  public AwsFile from(int from, int left) {
    return new AwsFile(Arrays.copyOfRange(bytes, from, bytes.length - left));
  }

  /** The bytes themselves; the caller must not change them. */
  public byte[] bytes() {
    return bytes;
  }

  /** The bytes from {@code from} until before {@code to} as text; U+FFFD for what is not UTF-8. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Whether {@code sought} occurs between {@code from} and {@code to}, exclusive. */
  public boolean contains(byte[] sought, int from, int to) {
    for (int start = from; start <= to - sought.length; start++) {
      int length = 0;
      while (length < sought.length && bytes[start + length] == sought[length]) {
        length++;
      }
      if (length == sought.length) {
        return true;
      }
    }
    return false;
  }

  /** Whether the bytes from {@code from} until before {@code to} are UTF-8 without NUL. */
  public boolean isText(int from, int to) {
    return text(from, to).indexOf('\0') < 0 && isUtf8(from, to);
  }

  /** Whether the bytes from {@code from} until before {@code to} are UTF-8. */
  public boolean isUtf8(int from, int to) {
    String text = text(from, to);
    return text.indexOf('\uFFFD') < 0
        || Arrays.equals(
            text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, from, to));
  }

  /** Where the first line begins: after the byte order mark, if there is one. */
  public int firstLine() {
    return startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  }

  /** Whether the file is UTF-16, as an old PowerShell's {@code >} writes it. */
  public boolean isUtf16() {
    return startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE})
        || startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF});
  }

  /** Whether the last line has a line ending; an empty file counts as one that has. */
  public boolean endsWithLineEnding() {
    return bytes.length <= firstLine() || isLineEnding(bytes[bytes.length - 1]);
  }

  /** The length of the line ending at {@code index}: 2 for CR LF, 1 for LF or CR, 0 for none. */
  public int lineEndingAt(int index) {
    if (index >= bytes.length || !isLineEnding(bytes[index])) {
      return 0;
    }
    return bytes[index] == '\r' && index + 1 < bytes.length && bytes[index + 1] == '\n' ? 2 : 1;
  }

  /** The first line ending of the file, LF where it has none. */
  public String lineEnding() {
    for (int index = 0; index < bytes.length; index++) {
      int length = lineEndingAt(index);
      if (length > 0) {
        return text(index, index + length);
      }
    }
    return "\n";
  }

  /** The ending of the last line; where it has none, the first of the file. */
  public String lastLineEnding() {
    int length = lineEndingBefore(bytes.length);
    return length == 0 ? lineEnding() : text(bytes.length - length, bytes.length);
  }

  /** The length of the line ending in front of {@code index}; 0 where there is none. */
  public int lineEndingBefore(int index) {
    if (index <= firstLine() || !isLineEnding(bytes[index - 1])) {
      return 0;
    }
    boolean both = bytes[index - 1] == '\n' && index > 1 && bytes[index - 2] == '\r';
    return both ? 2 : 1;
  }

  private static boolean isLineEnding(byte value) {
    return value == '\n' || value == '\r';
  }

  private boolean startsWith(byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
