package dev.keyturn.adapter.aws.signature;

import dev.keyturn.domain.credential.Hmac;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.Rfc3339;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * AWS's Signature Version 4. It needs only the signing key of one day, which a hardware token can
 * compute; the AWS SDK's own signer needs the secret itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
public final class SignatureV4 {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String UNRESERVED = "-._~/";

  private final String service;
  private final String region;
  private final String time;

  /** For requests to {@code service} in {@code region} at {@code now}. */
  public SignatureV4(String service, String region, Instant now) {
    this.service = service;
    this.region = region;
    this.time = basicFormat(now);
  }

  /**
   * All headers of a request including its signature, without {@code Host}, which the sender sets
   * from the endpoint.
   *
   * @param headers other headers, their names in lower case
   */
  public Map<String, String> sign(
      String method, URI endpoint, Map<String, String> headers, byte[] body, Signer signer) {
    String hash = hex(sha256(body));
    TreeMap<String, String> signed = new TreeMap<>(headers);
    signed.put("host", host(endpoint));
    signed.put("x-amz-content-sha256", hash);
    signed.put("x-amz-date", time);
    Secret token = signer.sessionToken();
    if (token != null) {
      signed.put("x-amz-security-token", token.reveal(Reveal.SIGN));
    }
    String names = String.join(";", signed.keySet());
    StringBuilder canonical = new StringBuilder(method).append('\n');
    canonical.append(path(endpoint)).append('\n').append(query(endpoint)).append('\n');
    signed.forEach((name, value) -> canonical.append(name).append(':').append(value).append('\n'));
    canonical.append('\n').append(names).append('\n').append(hash);
    signed.put("authorization", authorization(signer, names, canonical.toString()));
    signed.remove("host");
    return signed;
  }

  private String authorization(Signer signer, String names, String canonicalRequest) {
    String scope = date() + "/" + region + "/" + service + "/aws4_request";
    String text = String.join("\n", ALGORITHM, time, scope, hex(sha256(utf8(canonicalRequest))));
    byte[] key = signer.key().ofDay(date());
    for (String part : new String[] {region, service, "aws4_request"}) {
      key = Hmac.SHA_256.of(key, utf8(part));
    }
    return ALGORITHM
        + (" Credential=" + signer.accessKeyId() + "/" + scope)
        + (", SignedHeaders=" + names)
        + (", Signature=" + hex(Hmac.SHA_256.of(key, utf8(text))));
  }

  private String date() {
    return time.substring(0, "20261128".length());
  }

  /** As {@code 20261128T230505Z}. */
  private static String basicFormat(Instant now) {
    return Rfc3339.text(now).replace("-", "").replace(":", "");
  }

  private static String host(URI endpoint) {
    int port = endpoint.getPort();
    boolean usual = port < 0 || port == (endpoint.getScheme().equals("https") ? 443 : 80);
    return usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
  }

  /** Every service but S3 signs the path with one more encoding than the one that is sent. */
  private String path(URI endpoint) {
    String path = endpoint.getRawPath();
    if (path.isEmpty()) {
      return "/";
    }
    return service.equals("s3") ? path : encoded(path);
  }

  /** The parameters as the URI has them, sorted, each with an equals sign. */
  private static String query(URI endpoint) {
    String query = endpoint.getRawQuery();
    if (query == null || query.isEmpty()) {
      return "";
    }
    String[] parameters = query.split("&", -1);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] += parameters[i].indexOf('=') < 0 ? "=" : "";
    }
    Arrays.sort(parameters);
    return String.join("&", parameters);
  }

  private static String encoded(String path) {
    StringBuilder text = new StringBuilder();
    for (byte letter : utf8(path)) {
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9')
              || UNRESERVED.indexOf(letter) >= 0;
      if (plain) {
        text.append((char) letter);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(letter));
      }
    }
    return text.toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
