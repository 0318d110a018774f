package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.action.AwsError;
import java.util.Arrays;
import java.util.Map;
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
public record ByteRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("bytes=([0-9]*)-([0-9]*)");

  /**
   * The part of {@code length} bytes the header asks for; null for all of them, which S3 also gives
   * for a header that is not a range.
   *
   * @throws AwsError InvalidRange when no byte is in the range
   */
  public static @Nullable ByteRange of(@Nullable String header, int length) {
    Matcher matcher = FORM.matcher(header == null ? "" : header);
    if (!matcher.matches() || header == null || header.equals("bytes=-")) {
      return null;
    }
    ByteRange range =
        matcher.group(1).isEmpty()
            ? ending(number(matcher.group(2)), length)
            : range(matcher.group(1), matcher.group(2));
    if (range.last < range.first && range.first < length) {
      return null;
    }
    if (range.first >= length) {
      throw new AwsError(
          416,
          "InvalidRange",
          "The requested range is not satisfiable",
          Map.of("RangeRequested", header, "ActualObjectSize", Integer.toString(length)));
    }
    return new ByteRange(range.first, Math.min(range.last, length - 1L));
  }

  /**
   * The part of a source of {@code length} bytes that becomes a part of an upload; null for all.
   *
   * @throws AwsError InvalidArgument for anything but a first and a last byte of the source
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">S3 API,
   *     UploadPartCopy</a>
   */
  public static @Nullable ByteRange ofSource(@Nullable String header, int length) {
    if (header == null) {
      return null;
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches() || matcher.group(1).isEmpty() || matcher.group(2).isEmpty()) {
      throw S3Error.invalid(
          "The x-amz-copy-source-range value must be of the form bytes=first-last where first and"
              + " last are the zero-based offsets of the first and last bytes to copy");
    }
    ByteRange range = range(matcher.group(1), matcher.group(2));
    if (range.first > range.last || range.last >= length) {
      throw S3Error.invalid("Range specified is not valid for source object of size: " + length);
    }
    return range;
  }

  /** So many bytes from there on; null for none. */
  public static @Nullable ByteRange from(int start, int count) {
    return count == 0 ? null : new ByteRange(start, start + count - 1L);
  }

  /** The last {@code count} bytes; for 0, a range that begins after the end. */
  private static ByteRange ending(long count, int length) {
    return new ByteRange(count == 0 ? length : Math.max(0, length - count), Long.MAX_VALUE);
  }

  private static ByteRange range(String first, String last) {
    return new ByteRange(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last));
  }

  /** A number of any length; a huge one becomes the largest possible. */
  private static long number(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  /** These bytes of a whole. */
  public byte[] of(byte[] whole) {
    return Arrays.copyOfRange(whole, (int) first, (int) last + 1);
  }

  /** Whether these are all bytes of a whole of this length. */
  public boolean isAllOf(int length) {
    return first == 0 && last == length - 1L;
  }

  public String contentRange(int length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
