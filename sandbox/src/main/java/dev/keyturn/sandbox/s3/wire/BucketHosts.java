package dev.keyturn.sandbox.s3.wire;

import dev.keyturn.sandbox.http.Request;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a request names its bucket: in the path, or in the host. By default, clients name it in the
 * host, unless the endpoint is an IP address.
 *
 * <pre>
 * host   = [ bucket "." ] domain
 *        / [ bucket "." ] "s3" [ "." region ] "." domain
 *        / [ bucket "." ] "s3" [ "." region ] ".amazonaws.com" [ ".cn" ]
 * </pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">Amazon
 *     S3 user guide, virtual hosting of buckets</a>
 */
public final class BucketHosts {
  /** No host of a bucket is longer. */
  private static final int MOST_CHARACTERS = 255;

  private final Pattern host;

  /**
   * The hosts of buckets below these domains, and below those of AWS.
   *
   * @param domains names of the sandbox itself, such as {@code localhost}
   */
  public BucketHosts(Collection<String> domains) {
    String service = "s3(?:\\.[a-z]{2}(?:-[a-z]{1,20}){1,4}-[0-9])?\\.";
    String bucket = "(?:([a-z0-9][a-z0-9.-]*?)\\.)??";
    String own =
        domains.stream()
            .map(domain -> Pattern.quote(domain.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining("|", "(?:", ")"));
    host =
        Pattern.compile(
            bucket
                + "(?:(?:"
                + service
                + ")?"
                + own
                + "|"
                + service
                + "amazonaws\\.com(?:\\.cn)?)");
  }

  /** The path that this request has in path style; as sent, not decoded. */
  public String path(Request request) {
    String bucket = bucket(request);
    return bucket == null ? request.path() : "/" + bucket + request.path();
  }

  /** Whether the host is that of a bucket. */
  public boolean nameBucket(Request request) {
    return bucket(request) != null;
  }

  /** Whether this is a name of the sandbox, or of a bucket below one. */
  public boolean include(String name) {
    return name.length() <= MOST_CHARACTERS
        && host.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private @Nullable String bucket(Request request) {
    String value = request.header("Host");
    if (value == null || value.length() > MOST_CHARACTERS) {
      return null;
    }
    Matcher matcher = host.matcher(value.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT));
    return matcher.matches() ? matcher.group(1) : null;
  }
}
