package dev.keyturn.sandbox.signature;

import java.nio.charset.StandardCharsets;

/** The key of one credential scope, derived from a secret access key. */
final class SigningKey {
  private final byte[] key;

  SigningKey(String secretAccessKey, Claim.Scope scope) {
    byte[] date =
        Hash.hmac(("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8), scope.date());
    byte[] region = Hash.hmac(date, scope.region());
    byte[] service = Hash.hmac(region, scope.service());
    this.key = Hash.hmac(service, scope.terminator());
  }

  String sign(String stringToSign) {
    return Hash.hmacHex(key, stringToSign);
  }
}
