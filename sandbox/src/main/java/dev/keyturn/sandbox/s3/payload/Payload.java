package dev.keyturn.sandbox.s3.payload;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.signature.StreamedPayload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of an S3 request and what the client says its hash is.
 *
 * @param hash as it is in the canonical request
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html">
 *     S3 API, authenticating requests</a>
 */
public record Payload(Request request, Claim claim, String hash) {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final Set<String> NO_CHECKSUMS =
      Set.of("x-amz-checksum-mode", "x-amz-checksum-algorithm", "x-amz-checksum-type");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  /**
   * A body as it was signed, with its verified checksums by header, such as {@code
   * x-amz-checksum-crc32}.
   */
  public static final class Body {
    private final byte[] bytes;
    private final Map<String, String> checksums;

    Body(byte[] bytes, Map<String, String> checksums) {
      this.bytes = bytes;
      this.checksums = checksums;
    }

    /**
     * A body that was not signed itself, with the checksums that these headers give it.
     *
     * @param headers by lower-case name
     * @throws AwsError BadDigest
     */
    public static Body of(byte[] bytes, Map<String, String> headers) {
      Map<String, String> sums = new LinkedHashMap<>();
      headers.forEach((name, value) -> {
        Checksums.require(name, value, bytes);
        if (isChecksum(name)) {
          sums.put(name, value);
        }
      });
      return new Body(bytes, sums);
    }

    /** The body itself; not to be changed. */
    public byte[] bytes() {
      return bytes;
    }

    /** The answer with the checksums, as S3 repeats them. */
    public Response summed(Response response) {
      Response answer = response;
      for (Map.Entry<String, String> sum : checksums.entrySet()) {
        answer = answer.with(sum.getKey(), sum.getValue());
      }
      return answer;
    }
  }

  /**
   * The payload the request claims to have.
   *
   * @throws AwsError InvalidRequest or InvalidArgument
   */
  public static Payload of(Request request, Claim claim) {
    String hash = request.header("x-amz-content-sha256");
    if (hash == null && claim.form() instanceof Claim.InQuery) {
      return new Payload(request, claim, UNSIGNED);
    }
    if (hash == null) {
      throw new AwsError(
          400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }
    if (!hash.equals(UNSIGNED)
        && StreamedPayload.Kind.labelled(hash) == null
        && !SHA256.matcher(hash).matches()) {
      throw new AwsError(
          400,
          "InvalidArgument",
          "x-amz-content-sha256 must be UNSIGNED-PAYLOAD,"
              + " STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
              + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.");
    }
    return new Payload(request, claim, hash);
  }

  /**
   * The body, decoded, once it is known to be the one that was signed and summed.
   *
   * @param sumsBody whether checksums in the headers are those of the body
   * @throws AwsError XAmzContentSHA256Mismatch, SignatureDoesNotMatch, IncompleteBody or BadDigest
   */
  public Body verified(String secretAccessKey, boolean sumsBody) {
    Map<String, String> sums = new LinkedHashMap<>();
    byte[] body = decoded(secretAccessKey, sums);
    for (String name : request.headers().names()) {
      if (sumsBody || !isChecksum(name)) {
        sums.put(name, String.valueOf(request.headers().first(name)));
      }
    }
    sums.forEach((name, value) -> Checksums.require(name, value, body));
    sums.keySet().removeIf(name -> !isChecksum(name));
    return new Body(body, sums);
  }

  private static boolean isChecksum(String name) {
    return name.startsWith(Checksums.PREFIX) && !NO_CHECKSUMS.contains(name);
  }

  private byte[] decoded(String secretAccessKey, Map<String, String> sums) {
    StreamedPayload.Kind kind = StreamedPayload.Kind.labelled(hash);
    if (kind == null) {
      requireHash();
      return request.body();
    }
    StreamedPayload streamed = StreamedPayload.decode(request.body(), kind, claim, secretAccessKey);
    byte[] body = streamed.body();
    requireLength(body.length);
    sums.putAll(streamed.trailers());
    return body;
  }

  private void requireHash() {
    if (!hash.equals(UNSIGNED) && !Hash.same(hash, Hash.sha256(request.body()))) {
      throw new AwsError(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  private void requireLength(int length) {
    String promised = request.header("x-amz-decoded-content-length");
    if (promised == null) {
      throw new AwsError(
          411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }
    if (!promised.equals(Integer.toString(length))) {
      throw new AwsError(
          400,
          "IncompleteBody",
          "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }
  }
}
