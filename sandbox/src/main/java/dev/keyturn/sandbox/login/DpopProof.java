package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.signature.Hash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A proof that the sender of a request has a private key, as the header {@code DPoP} contains it.
 *
 * @param thumbprint of the public key, to which tokens are bound
 * @param method the HTTP method it was made for
 * @param url the URL it was made for
 * @param id different in each proof
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449</a>
 */
record DpopProof(String thumbprint, String method, String url, Instant issued, String id) {

  /** The header is not a proof. */
  static final class InvalidProofException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidProofException(String problem) {
      super(problem);
    }
  }

  /**
   * Reads a proof and checks its signature.
   *
   * <pre>
   * proof = base64url( header ) "." base64url( payload ) "." base64url( signature )
   * </pre>
   */
  static DpopProof parse(@Nullable String header) throws InvalidProofException {
    String[] parts = header == null ? new String[0] : header.split("\\.", -1);
    if (parts.length != 3) {
      throw new InvalidProofException("the DPoP header is missing or not a JWT");
    }
    try {
      Json.Obj head = object(parts[0]);
      Json.Obj payload = object(parts[1]);
      if (!text(head, "typ").equals("dpop+jwt") || !text(head, "alg").equals("ES256")) {
        throw new InvalidProofException("the DPoP proof must be of type dpop+jwt and signed ES256");
      }
      if (!(head.get("jwk") instanceof Json.Obj key)) {
        throw new InvalidProofException("the DPoP proof has no public key");
      }
      requireSignature(key, parts);
      return new DpopProof(
          thumbprint(key),
          text(payload, "htm"),
          text(payload, "htu"),
          Instant.ofEpochSecond(seconds(payload)),
          text(payload, "jti"));
    } catch (JsonException
        | IllegalArgumentException
        | DateTimeException
        | GeneralSecurityException e) {
      throw new InvalidProofException("the DPoP proof cannot be read");
    }
  }

  private static Json.Obj object(String part) throws InvalidProofException {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    if (Json.parse(text) instanceof Json.Obj object) {
      return object;
    }
    throw new InvalidProofException("a part of the DPoP proof is not an object");
  }

  private static String text(Json.Obj object, String name) throws InvalidProofException {
    if (object.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw new InvalidProofException("the DPoP proof has no " + name);
  }

  private static long seconds(Json.Obj payload) throws InvalidProofException {
    if (payload.get("iat") instanceof Json.Num number) {
      return number.value().longValue();
    }
    throw new InvalidProofException("the DPoP proof has no iat");
  }

  private static void requireSignature(Json.Obj key, String[] parts)
      throws InvalidProofException, GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(key));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
      throw new InvalidProofException("the signature of the DPoP proof is wrong");
    }
  }

  private static PublicKey publicKey(Json.Obj key)
      throws InvalidProofException, GeneralSecurityException {
    if (!text(key, "kty").equals("EC") || !text(key, "crv").equals("P-256")) {
      throw new InvalidProofException("the key of the DPoP proof is not of the curve P-256");
    }
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger coordinate(Json.Obj key, String name) throws InvalidProofException {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text(key, name)));
  }

  /** RFC 7638: the hash of the required members in the order of their names. */
  private static String thumbprint(Json.Obj key) throws InvalidProofException {
    String canonical =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
            .formatted(text(key, "x"), text(key, "y"));
    return Hash.sha256(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
