package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/** Makes identity tokens: signed JWTs that say who signed in. Safe for use by several threads. */
final class IdToken {
  private final KeyPair keys;

  /** With a key of its own: nobody needs to know it, since clients do not check the signature. */
  IdToken() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has EC keys", e);
    }
  }

  /**
   * A token.
   *
   * @param arn of the user who signed in, which becomes {@code login_session} in the config file
   * @param clientId the client it is for
   */
  String of(String arn, String clientId, Instant issued, Instant expiration) {
    Json header = new Members().text("typ", "JWT").text("alg", "ES384").json();
    Json payload =
        new Members()
            .text("sub", arn)
            .text("aud", clientId)
            .text("iss", "https://signin.aws.amazon.com/signin")
            .text("session_arn", arn)
            .number("exp", expiration.getEpochSecond())
            .number("iat", issued.getEpochSecond())
            .json();
    String signed = encoded(bytes(header.print())) + "." + encoded(bytes(payload.print()));
    return signed + "." + encoded(signature(bytes(signed)));
  }

  private byte[] signature(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA384withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with EC keys", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
