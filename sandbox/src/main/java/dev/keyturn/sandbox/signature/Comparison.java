package dev.keyturn.sandbox.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a wrong signature should have been the signature of. S3 returns it, so that the author of a
 * client can compare; the right signature is not in it.
 *
 * @param signature as the client sent it; null without one
 * @param canonicalRequest null where no request is signed, but a chunk or the policy of a form
 */
record Comparison(
    String accessKeyId,
    @Nullable String signature,
    String stringToSign,
    @Nullable String canonicalRequest) {
  private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

  /** The elements of S3's answer, in its order. */
  Map<String, String> elements() {
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put("AWSAccessKeyId", accessKeyId);
    elements.put("StringToSign", stringToSign);
    elements.put("SignatureProvided", signature == null ? "" : signature);
    elements.put("StringToSignBytes", bytes(stringToSign));
    if (canonicalRequest != null) {
      elements.put("CanonicalRequest", canonicalRequest);
      elements.put("CanonicalRequestBytes", bytes(canonicalRequest));
    }
    return elements;
  }

  private static String bytes(String text) {
    return BYTES.formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
