package dev.keyturn.sandbox.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The key of one credential scope, derived from a secret access key. */
final class SigningKey {
  /** Days, regions and services of a few callers; what does not fit is derived again. */
  static final int MOST_KEPT = 256;

  private static final Map<Origin, SigningKey> KEPT = new ConcurrentHashMap<>();

  private final byte[] key;

  /** All that a key is derived from. */
  private record Origin(String secretAccessKey, Claim.Scope scope) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Origin[" + scope + "]";
    }
  }

  private SigningKey(Origin origin) {
    Claim.Scope scope = origin.scope();
    byte[] date =
        Hash.hmac(
            ("AWS4" + origin.secretAccessKey()).getBytes(StandardCharsets.UTF_8), scope.date());
    byte[] region = Hash.hmac(date, scope.region());
    byte[] service = Hash.hmac(region, scope.service());
    this.key = Hash.hmac(service, scope.terminator());
  }

  /**
   * The key of this scope. Clients sign all the requests of a day with a few keys, so they are kept
   * rather than derived for each request. Safe for use by several threads.
   */
  static SigningKey of(String secretAccessKey, Claim.Scope scope) {
    Origin origin = new Origin(secretAccessKey, scope);
    SigningKey kept = KEPT.get(origin);
    if (kept != null) {
      return kept;
    }
    if (KEPT.size() >= MOST_KEPT) {
      KEPT.clear();
    }
    SigningKey derived = new SigningKey(origin);
    KEPT.put(origin, derived);
    return derived;
  }

  String sign(String stringToSign) {
    return Hash.hmacHex(key, stringToSign);
  }
}
