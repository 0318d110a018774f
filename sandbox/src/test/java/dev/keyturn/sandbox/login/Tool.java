package dev.keyturn.sandbox.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import dev.keyturn.sandbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** A tool that signs a person in, as {@code aws login} does: with a key, PKCE and DPoP. */
public final class Tool {
  static final String SAME_DEVICE = "arn:aws:signin:::devtools/same-device";
  static final String CROSS_DEVICE = "arn:aws:signin:::devtools/cross-device";
  static final String REDIRECT = "http://127.0.0.1:54321/oauth/callback";
  static final String STATE = "5f2d3a6e-state";

  final TestSandbox sandbox;
  final KeyPair keys = keys();
  final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
  String clientId = SAME_DEVICE;
  String redirect = REDIRECT;

  public Tool(TestSandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** The URL that a browser is sent to. */
  String authorizeUrl() {
    return sandbox.url()
        + "/v1/authorize?response_type=code&client_id="
        + TestSigner.encode(clientId)
        + "&state="
        + STATE
        + "&code_challenge_method=SHA-256&scope=openid&redirect_uri="
        + TestSigner.encode(redirect)
        + "&code_challenge="
        + url(sha256(verifier.getBytes(US_ASCII)));
  }

  /** What a person sends with the form; fields as name, value, name, value, … */
  HttpResponse<String> submit(String... fields) {
    StringBuilder form = new StringBuilder("account=123456789012");
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(fields[i]).append('=').append(TestSigner.encode(fields[i + 1]));
    }
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(authorizeUrl()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
            .build());
  }

  /** The code that a person who signs in brings back. */
  String code(String... fields) {
    HttpResponse<String> answer = submit(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=" + STATE);
    return URLDecoder.decode(
        location.replaceFirst(".*[?]code=", "").replaceFirst("&.*", ""), StandardCharsets.UTF_8);
  }

  /** The body of a request for the first tokens. */
  String redemption(String code) {
    return """
    {"clientId":"%s","grantType":"authorization_code","code":"%s","redirectUri":"%s",
     "codeVerifier":"%s"}\
    """
        .formatted(clientId, code, redirect, verifier);
  }

  String refresh(String refreshToken) {
    return "{\"clientId\":\"%s\",\"grantType\":\"refresh_token\",\"refreshToken\":\"%s\"}"
        .formatted(clientId, refreshToken);
  }

  /** Asks for tokens with a proof made now. */
  Answer token(String body) {
    return token(body, proof("POST", sandbox.url() + "/v1/token", sandbox.now()));
  }

  Answer token(String body, String proof) {
    HttpResponse<String> response =
        sandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + "/v1/token"))
                .header("Content-Type", "application/json")
                .header("DPoP", proof)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    return new Answer(response, (Json.Obj) Json.parse(response.body()));
  }

  /** An answer of the token endpoint. */
  public record Answer(HttpResponse<String> response, Json.Obj json) {
    String text(String member) {
      return json.get(member) instanceof Json.Str text ? text.value() : "";
    }

    /** A part of the access token. */
    public String key(String member) {
      return json.get("accessToken") instanceof Json.Obj token
              && token.get(member) instanceof Json.Str text
          ? text.value()
          : "";
    }

    public String refreshToken() {
      return text("refreshToken");
    }

    /** Status, exception and error in one line; {@code 200} for tokens. */
    String outcome() {
      int status = response.statusCode();
      return status == 200
          ? "200"
          : status
              + " "
              + response.headers().firstValue("x-amzn-ErrorType").orElse("")
              + " "
              + text("error");
    }
  }

  /** Signs a person in and returns the first tokens. */
  public Answer signIn(String... fields) {
    return token(redemption(code(fields)));
  }

  TestClient client(Answer answer) {
    return sandbox
        .with(answer.key("accessKeyId"), answer.key("secretAccessKey"))
        .withToken(answer.key("sessionToken"));
  }

  String proof(String method, String htu, Instant issued) {
    return proof(method, htu, issued.getEpochSecond(), UUID.randomUUID().toString());
  }

  String proof(String method, String htu, long issued, String id) {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    String header =
        "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\",\"crv\":\"P-256\"}}"
            .formatted(
                url(bytes32(key.getW().getAffineX())), url(bytes32(key.getW().getAffineY())));
    String payload =
        "{\"htm\":\"%s\",\"htu\":\"%s\",\"iat\":%d,\"jti\":\"%s\"}"
            .formatted(method, htu, issued, id);
    String signed = url(header.getBytes(US_ASCII)) + "." + url(payload.getBytes(US_ASCII));
    return signed + "." + url(sign(signed.getBytes(US_ASCII)));
  }

  /** The private key as the AWS CLI keeps it: SEC 1 in PEM. */
  public String pem() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(HexFormat.of().parseHex("30770201010420"));
    der.writeBytes(bytes32(((ECPrivateKey) keys.getPrivate()).getS()));
    der.writeBytes(HexFormat.of().parseHex("a00a06082a8648ce3d030107a14403420004"));
    der.writeBytes(bytes32(key.getW().getAffineX()));
    der.writeBytes(bytes32(key.getW().getAffineY()));
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der.toByteArray());
    return "-----BEGIN EC PRIVATE KEY-----\n" + text + "\n-----END EC PRIVATE KEY-----\n";
  }

  private byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes32(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[32 + bytes.length];
    System.arraycopy(bytes, 0, padded, 32, bytes.length);
    return Arrays.copyOfRange(padded, padded.length - 32, padded.length);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
