package dev.keyturn.sandbox.credential;

import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credential that signed a request. Its text never shows a secret. */
public sealed interface Credential {

  String accessKeyId();

  String secretAccessKey();

  /** The keys of a user or of root. */
  record LongTerm(AccessKey key) implements Credential {
    @Override
    public String accessKeyId() {
      return key.id();
    }

    @Override
    public String secretAccessKey() {
      return key.secret();
    }

    @Override
    public String toString() {
      return "LongTerm[" + key.id() + "]";
    }
  }

  /** The STS call that issued temporary credentials; session rules differ by it. */
  enum Issuer {
    GET_SESSION_TOKEN,
    ASSUME_ROLE,
    GET_FEDERATION_TOKEN,
    /** Not STS: {@code aws login}, with a password in a browser. */
    LOGIN
  }

  /**
   * Issued by STS, valid until {@code expiration}.
   *
   * @param mfaTime when a code was checked for these credentials; null for those of AssumeRole and
   *     GetFederationToken
   * @param chained a role assumed by temporary credentials
   * @param sessionPolicies policies that narrow the session
   */
  record Temporary(
      String accessKeyId,
      String secretAccessKey,
      String sessionToken,
      Issuer issuer,
      Instant issued,
      Instant expiration,
      @Nullable Instant mfaTime,
      boolean chained,
      List<Policy> sessionPolicies,
      @Nullable String sourceIdentity,
      List<Tag> tags,
      List<String> transitiveTagKeys)
      implements Credential {

    public boolean expiredAt(Instant now) {
      return !now.isBefore(expiration);
    }

    @Override
    public String toString() {
      return "Temporary[" + accessKeyId + ", " + issuer + ", until " + expiration + "]";
    }
  }
}
