package dev.keyturn.sandbox.signature;

import dev.keyturn.sandbox.action.AwsError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an upload in the coding {@code aws-chunked}, whose chunks can each be signed, the
 * signature of the headers being the first link of a chain.
 *
 * <pre>
 * body    = *chunk last *trailer [ CRLF ]
 * chunk   = size [ signed ] CRLF data CRLF
 * last    = "0" [ signed ] CRLF
 * signed  = ";chunk-signature=" 64HEXDIG
 * trailer = name ":" value line-end
 * </pre>
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">S3
 *     API, chunked upload with trailers</a>
 */
public final class StreamedPayload {
  /** How the chunks are signed, as {@code x-amz-content-sha256} says. */
  public enum Kind {
    SIGNED("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
    SIGNED_WITH_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
    UNSIGNED_WITH_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The kind of this name, or null for a payload that is not streamed. */
    public static @Nullable Kind labelled(String label) {
      return Arrays.stream(values())
          .filter(kind -> kind.label.equals(label))
          .findFirst()
          .orElse(null);
    }
  }

  private static final Pattern CHUNK =
      Pattern.compile("([0-9a-fA-F]{1,7})(?:;chunk-signature=([0-9a-f]{64}))?");

  /** Of all chunks but the last. */
  private static final int LEAST_CHUNK_BYTES = 8192;

  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";
  private static final String HASH_OF_NOTHING = Hash.sha256(new byte[0]);

  private final byte[] coded;
  private final Claim claim;
  private final @Nullable SigningKey key;
  private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();
  private final Map<String, String> trailers = new LinkedHashMap<>();
  private String previousSignature;
  private int position;

  private StreamedPayload(byte[] coded, Claim claim, @Nullable SigningKey key) {
    this.coded = coded;
    this.claim = claim;
    this.key = key;
    this.previousSignature = claim.signature();
  }

  /**
   * Decodes, and checks every signature.
   *
   * @throws AwsError IncompleteBody, InvalidChunkSizeError
   * @throws SignatureRefusedException when a chunk was signed differently
   */
  public static StreamedPayload decode(
      byte[] coded, Kind kind, Claim claim, String secretAccessKey) {
    SigningKey key =
        kind == Kind.UNSIGNED_WITH_TRAILER ? null : SigningKey.of(secretAccessKey, claim.scope());
    StreamedPayload payload = new StreamedPayload(coded, claim, key);
    payload.readChunks();
    payload.readTrailers(kind);
    return payload;
  }

  /** What was uploaded. */
  public byte[] body() {
    return decoded.toByteArray();
  }

  /** The trailers by lower-case name, such as {@code x-amz-checksum-crc32}. */
  public Map<String, String> trailers() {
    return Map.copyOf(trailers);
  }

  private void readChunks() {
    int size = LEAST_CHUNK_BYTES;
    for (int number = 1; size != 0; number++) {
      Matcher head = CHUNK.matcher(line());
      if (!head.matches()) {
        throw incomplete();
      }
      int previous = size;
      size = Integer.parseInt(head.group(1), 16);
      if (size > 0 && previous < LEAST_CHUNK_BYTES) {
        throw tooSmall(number, previous);
      }
      byte[] data = take(size);
      requireChain("AWS4-HMAC-SHA256-PAYLOAD", head.group(2), HASH_OF_NOTHING + "\n", data);
      decoded.writeBytes(data);
      if (size > 0 && !line().isEmpty()) {
        throw incomplete();
      }
    }
  }

  private void readTrailers(Kind kind) {
    StringBuilder canonical = new StringBuilder();
    String signature = null;
    while (position < coded.length) {
      String line = line();
      int colon = line.indexOf(':');
      if (colon > 0 && line.startsWith(TRAILER_SIGNATURE)) {
        signature = line.substring(colon + 1).strip();
      } else if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        trailers.put(name, line.substring(colon + 1).strip());
        canonical.append(line.strip()).append('\n');
      }
    }
    if (kind == Kind.SIGNED_WITH_TRAILER) {
      byte[] text = canonical.toString().getBytes(StandardCharsets.UTF_8);
      requireChain("AWS4-HMAC-SHA256-TRAILER", signature, "", text);
    }
  }

  private void requireChain(
      String algorithm, @Nullable String signature, String between, byte[] data) {
    if (key == null) {
      return;
    }
    String stringToSign =
        String.join(
            "\n",
            algorithm,
            claim.timestamp(),
            claim.scope().toString(),
            previousSignature,
            between + Hash.sha256(data));
    if (signature == null || !Hash.same(key.sign(stringToSign), signature)) {
      throw SignatureRefusedException.mismatch(
          new Comparison(claim.accessKeyId(), signature, stringToSign, null));
    }
    previousSignature = signature;
  }

  private byte[] take(int size) {
    if (size > coded.length - position) {
      throw incomplete();
    }
    position += size;
    return Arrays.copyOfRange(coded, position - size, position);
  }

  private String line() {
    int end = position;
    while (end < coded.length && coded[end] != '\n') {
      end++;
    }
    if (end == coded.length) {
      throw incomplete();
    }
    String line = new String(coded, position, end - position, StandardCharsets.UTF_8);
    position = end + 1;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /**
   * A chunk that is too small is noticed when another follows.
   *
   * @see <a href="https://github.com/versity/versitygw/issues/1683">AWS's answer</a>
   */
  private static AwsError tooSmall(int number, int previous) {
    return new AwsError(
        400,
        "InvalidChunkSizeError",
        "Only the last chunk is allowed to have a size less than 8192 bytes",
        Map.of("Chunk", "" + number, "BadChunkSize", "" + previous));
  }

  private static AwsError incomplete() {
    return new AwsError(400, "IncompleteBody", "The request body terminated unexpectedly");
  }
}
