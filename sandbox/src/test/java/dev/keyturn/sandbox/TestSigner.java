package dev.keyturn.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by AWS's description of Signature Version 4, written apart from the sandbox's own
 * check so that both cannot share one misunderstanding.
 */
public record TestSigner(String accessKeyId, String secret, String service, String region) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public static String stamp(Instant time) {
    return STAMP.format(time);
  }

  /** The Authorization header for a path that needs no encoding. */
  public String authorization(
      String method, String path, String query, Map<String, String> headers, String bodyHash) {
    TreeMap<String, String> sorted = new TreeMap<>();
    headers.forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
    StringBuilder lines = new StringBuilder();
    sorted.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", sorted.keySet());
    String canonical = String.join("\n", method, path, query, lines.toString(), names, bodyHash);
    String stamp = sorted.getOrDefault("x-amz-date", "");
    return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(accessKeyId, scope(stamp), names, signature(stamp, canonical));
  }

  /** A presigned query, the signature last; {@code parameters} are part of it. */
  public String presigned(
      String method, String path, String host, Instant time, Map<String, String> parameters) {
    String stamp = stamp(time);
    TreeMap<String, String> query = new TreeMap<>(parameters);
    query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    query.put("X-Amz-Credential", accessKeyId + "/" + scope(stamp));
    query.put("X-Amz-Date", stamp);
    query.put("X-Amz-SignedHeaders", "host");
    StringBuilder text = new StringBuilder();
    query.forEach((name, value) ->
        text.append(text.isEmpty() ? "" : "&")
            .append(encode(name))
            .append('=')
            .append(encode(value)));
    String bodyHash = service.equals("s3") ? "UNSIGNED-PAYLOAD" : sha256(new byte[0]);
    String canonical =
        String.join("\n", method, path, text, "host:" + host + "\n", "host", bodyHash);
    return text + "&X-Amz-Signature=" + signature(stamp, canonical);
  }

  /** The signing key of this signer's scope on the day of {@code stamp}. */
  public byte[] key(String stamp) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {stamp.substring(0, 8), region, service, "aws4_request"}) {
      key = hmac(key, part);
    }
    return key;
  }

  public String scope(String stamp) {
    return String.join("/", stamp.substring(0, 8), region, service, "aws4_request");
  }

  private String signature(String stamp, String canonical) {
    String hash = sha256(canonical.getBytes(StandardCharsets.UTF_8));
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope(stamp), hash);
    return HexFormat.of().formatHex(hmac(key(stamp), toSign));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The digest of a body as {@code Content-MD5} has it. */
  public static String md5(String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
