package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Hmac;
import dev.keyturn.domain.credential.ReadableKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.mfa.Totp;
import java.nio.charset.StandardCharsets;

/**
 * A secret that its store gives out.
 *
 * @param kind its kind
 * @param readable the secret
 */
public record ReadableSecret(ItemName.Kind kind, Secret readable) implements StoredSecret {

  @Override
  public byte[] hmac(byte[] message) {
    return algorithm(kind).of(hmacKey(kind, readable), message);
  }

  /** The signing key of a secret of {@code kind}. */
  public static Hmac algorithm(ItemName.Kind kind) {
    return switch (kind) {
      case ACCESS_KEY, CACHE_KEY -> Hmac.SHA_256;
      case MFA_SEED -> Hmac.SHA_1;
    };
  }

  /** The signing key of {@code secret}, for a token that stores it instead of the text. */
  public static byte[] hmacKey(ItemName.Kind kind, Secret secret) {
    return switch (kind) {
      case ACCESS_KEY -> ReadableKey.hmacKey(secret);
      case MFA_SEED -> Totp.bytesOfBase32(secret.reveal(Reveal.SIGN));
      case CACHE_KEY -> secret.reveal(Reveal.SIGN).getBytes(StandardCharsets.UTF_8);
    };
  }
}
