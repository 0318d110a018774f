package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes, both ends included.
 *
 * <pre>
 * range = "bytes=" ( first "-" [ last ] / "-" count )
 * </pre>
 */
record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * The part of {@code length} bytes the header asks for; null for all of them.
   *
   * @throws AwsError InvalidRange when no byte is in the range
   */
  static @Nullable ByteRange of(@Nullable String header, int length) {
    Matcher matcher = FORM.matcher(header == null ? "" : header);
    if (!matcher.matches() || header == null || header.equals("bytes=-")) {
      return null;
    }
    ByteRange range = range(matcher.group(1), matcher.group(2), length);
    if (range.first > range.last || range.first >= length) {
      throw new AwsError(416, "InvalidRange", "The requested range is not satisfiable");
    }
    return range;
  }

  private static ByteRange range(String first, String last, int length) {
    if (first.isEmpty()) {
      return new ByteRange(Math.max(0, length - Long.parseLong(last)), length - 1L);
    }
    long end = last.isEmpty() ? length - 1L : Math.min(Long.parseLong(last), length - 1L);
    return new ByteRange(Long.parseLong(first), end);
  }

  String contentRange(int length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
