package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.http.Request;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request names its bucket: in the path, or in the host. Clients that were not told to use
 * path style name it in the host, unless the endpoint is an address.
 *
 * <pre>
 * host   = [ bucket "." ] "localhost"
 *        / [ bucket "." ] "s3" [ "." region ] ".localhost"
 *        / [ bucket "." ] "s3" [ "." region ] ".amazonaws.com" [ ".cn" ]
 * </pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Amazon
 *     S3 user guide, virtual hosting of buckets</a>
 */
public final class BucketHost {
  /** No host of a bucket is longer. */
  private static final int MOST_CHARACTERS = 255;

  private static final Pattern HOST;

  static {
    String service = "s3(?:\\.[a-z]{2}(?:-[a-z]{1,20}){1,4}-[0-9])?\\.";
    String bucket = "(?:([a-z0-9][a-z0-9.-]*?)\\.)??";
    HOST =
        Pattern.compile(
            bucket + "(?:(?:" + service + ")?localhost|" + service + "amazonaws\\.com(?:\\.cn)?)");
  }

  private BucketHost() {}

  /** The path that this request has in path style; as sent, not decoded. */
  public static String path(Request request) {
    String bucket = bucket(request.header("Host"));
    return bucket == null ? request.path() : "/" + bucket + request.path();
  }

  private static @Nullable String bucket(@Nullable String host) {
    if (host == null || host.length() > MOST_CHARACTERS) {
      return null;
    }
    Matcher matcher = HOST.matcher(host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT));
    return matcher.matches() ? matcher.group(1) : null;
  }
}
