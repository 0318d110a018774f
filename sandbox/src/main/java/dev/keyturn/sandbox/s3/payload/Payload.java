package dev.keyturn.sandbox.s3.payload;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.checksum.ObjectChecksum;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.signature.StreamedPayload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  /** A body as it was signed, with the checksum that the client gave it. */
  public static final class Body {
    private final byte[] bytes;
    private final @Nullable ObjectChecksum given;

    private Body(byte[] bytes, @Nullable ObjectChecksum given) {
      this.bytes = bytes;
      this.given = given;
    }

    /**
     * A body that was not signed itself, with the checksum that these headers give it.
     *
     * @param headers by lower-case name
     * @throws AwsError InvalidRequest or BadDigest
     */
    public static Body of(byte[] bytes, Map<String, String> headers) {
      return new Body(bytes, Checksums.verified(headers, bytes));
    }

    /** The body itself; not to be changed. */
    public byte[] bytes() {
      return bytes;
    }

    /** The verified checksum that came with it; null without one. */
    public @Nullable ObjectChecksum given() {
      return given;
    }

    /** The checksum that came with it, else the one that S3 computes. */
    public ObjectChecksum checksum() {
      return given == null ? ObjectChecksum.ofBytes(ChecksumAlgorithm.CRC64NVME, bytes) : given;
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
   * The decoded body, after its signature and its checksums were verified.
   *
   * @param sumsBody whether the checksums in the headers are of the body
   * @throws AwsError XAmzContentSHA256Mismatch, SignatureDoesNotMatch, IncompleteBody,
   *     MalformedTrailerError, InvalidRequest or BadDigest
   */
  public Body verified(String secretAccessKey, boolean sumsBody) {
    Map<String, String> sums = new LinkedHashMap<>();
    byte[] body = decoded(secretAccessKey, sums);
    for (String name : request.headers().names()) {
      boolean isOfObject = name.startsWith(Checksums.PREFIX) || name.equals(Checksums.NAMED);
      if (sumsBody || !isOfObject) {
        sums.put(name, String.valueOf(request.headers().first(name)));
      }
    }
    return Body.of(body, sums);
  }

  private byte[] decoded(String secretAccessKey, Map<String, String> sums) {
    StreamedPayload.Kind kind = StreamedPayload.Kind.labelled(hash);
    if (kind == null) {
      requireHash();
      requireTrailers(Set.of());
      return request.body();
    }
    StreamedPayload streamed = StreamedPayload.decode(request.body(), kind, claim, secretAccessKey);
    byte[] body = streamed.body();
    requireLength(body.length);
    requireTrailers(streamed.trailers().keySet());
    sums.putAll(streamed.trailers());
    return body;
  }

  /** The trailers that the headers announce must come, and no other. */
  private void requireTrailers(Set<String> trailers) {
    if (!Checksums.announced(request).equals(trailers)) {
      throw new AwsError(
          400,
          "MalformedTrailerError",
          "The request contained trailing data that was not well-formed or did not conform to our"
              + " published schema.");
    }
  }

  private void requireHash() {
    String computed = hash.equals(UNSIGNED) ? UNSIGNED : Hash.sha256(request.body());
    if (!Hash.same(hash, computed)) {
      Map<String, String> hashes = new LinkedHashMap<>();
      hashes.put("ClientComputedContentSHA256", hash);
      hashes.put("S3ComputedContentSHA256", computed);
      throw new AwsError(
          400,
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.",
          hashes);
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
