package dev.keyturn.sandbox.signature;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its signature, before anything was checked.
 *
 * @param scope the four parts after the key id
 * @param timestamp in basic ISO 8601 form, as it was signed
 * @param sessionToken null without one
 * @param form where the claim stood
 */
public record Claim(
    String accessKeyId,
    Scope scope,
    List<String> signedHeaders,
    String signature,
    String timestamp,
    @Nullable String sessionToken,
    Form form) {

  /** The credential scope {@code date/region/service/terminator}. */
  public record Scope(String date, String region, String service, String terminator) {
    @Override
    public String toString() {
      return date + "/" + region + "/" + service + "/" + terminator;
    }
  }

  /** The places of a signature. */
  public sealed interface Form {}

  /** In the Authorization header. */
  public record InHeader() implements Form {}

  /**
   * In the query, as presigned URLs have it.
   *
   * @param expiresSeconds how long after its timestamp the URL may be used; null when not said
   */
  public record InQuery(@Nullable Long expiresSeconds) implements Form {
    /** How long after its timestamp the URL may be used. */
    public Duration life() {
      return expiresSeconds == null ? SignatureCheck.BEHIND : Duration.ofSeconds(expiresSeconds);
    }
  }

  /** In the fields of a form for S3, whose policy alone is signed. */
  public record InForm() implements Form {}

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Claim[" + accessKeyId + ", " + scope + "]";
  }
}
