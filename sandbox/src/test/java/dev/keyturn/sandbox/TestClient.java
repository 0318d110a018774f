package dev.keyturn.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An AWS client for tests: signs, sends, and reads what comes back. */
public record TestClient(
    TestSandbox sandbox,
    String accessKeyId,
    String secret,
    @Nullable String sessionToken,
    String region) {
  private static final Set<String> STS =
      Set.of(
          "AssumeRole",
          "GetAccessKeyInfo",
          "GetCallerIdentity",
          "GetFederationToken",
          "GetSessionToken");

  /** An answer and its XML. */
  public record Answer(
      TestSandbox sandbox, int status, String body, HttpResponse<String> response) {

    /** The text of the first element of this name; empty when there is none. */
    public String text(String element) {
      Matcher matcher =
          Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)</" + element + ">").matcher(body);
      return matcher.find()
          ? matcher
              .group(1)
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&amp;", "&")
          : "";
    }

    public boolean has(String element) {
      return body.contains("<" + element + ">") || body.contains("<" + element + " ");
    }

    /** Status, code and message of a refusal in one line; {@code 200} for an answer. */
    public String outcome() {
      return status < 300 ? "" + status : status + " " + text("Code") + ": " + text("Message");
    }

    /** A client with the credentials in this answer. */
    public TestClient session() {
      if (!has("Credentials")) {
        throw new AssertionError("no credentials in " + outcome());
      }
      return new TestClient(
          sandbox, text("AccessKeyId"), text("SecretAccessKey"), text("SessionToken"), "us-east-1");
    }
  }

  /** Calls an action of STS or IAM; parameters as name, value, name, value, … */
  public Answer call(String action, String... parameters) {
    return callAt(sandbox.now(), action, parameters);
  }

  /** The same, signed at another time than the sandbox's. */
  public Answer callAt(Instant time, String action, String... parameters) {
    boolean sts = STS.contains(action);
    return send(
        time, sts ? "sts" : "iam", form(action, sts ? "2011-06-15" : "2010-05-08", parameters));
  }

  /** Sends a form as it is. */
  public Answer send(Instant time, String service, String form) {
    String hash = TestSigner.sha256(form.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = headers(time);
    headers.put("content-type", "application/x-www-form-urlencoded");
    TestSigner signer = new TestSigner(accessKeyId, secret, service, region);
    String authorization = signer.authorization("POST", "/", "", headers, hash);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(request, headers, authorization);
  }

  /** A request to S3 whose payload is signed. */
  public Answer s3(String method, String path, String query, String body) {
    String hash = TestSigner.sha256(body.getBytes(StandardCharsets.UTF_8));
    return s3(method, path, query, body, hash);
  }

  /** The same, signed at another time than the sandbox's. */
  public Answer s3At(Instant time, String method, String path, String query, String body) {
    String hash = TestSigner.sha256(body.getBytes(StandardCharsets.UTF_8));
    return s3At(time, method, path, query, body, hash);
  }

  /** The same with more headers, which are signed too. */
  public Answer s3With(Map<String, String> more, String method, String path, String body) {
    return s3With(more, method, path, "", body);
  }

  /** DeleteObjects, with the digest of the body that S3 requires. */
  public Answer deleteObjects(String bucket, String body) {
    Map<String, String> digest = Map.of("content-md5", TestSigner.md5(body));
    return s3With(digest, "POST", "/" + bucket, "delete=", body);
  }

  public Answer s3With(
      Map<String, String> more, String method, String path, String query, String body) {
    String hash = TestSigner.sha256(body.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = headers(sandbox.now());
    headers.putAll(more);
    return s3(headers, method, path, query, body, hash);
  }

  /** PutObject with a body in the coding {@code aws-chunked} whose chunks are not signed. */
  public Answer s3Streamed(Map<String, String> more, String path, String body, int decodedLength) {
    Map<String, String> headers = headers(sandbox.now());
    headers.putAll(more);
    headers.put("x-amz-decoded-content-length", Integer.toString(decodedLength));
    return s3(headers, "PUT", path, "", body, "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
  }

  /** The same with a payload hash of one's own. */
  public Answer s3(String method, String path, String query, String body, String hash) {
    return s3At(sandbox.now(), method, path, query, body, hash);
  }

  private Answer s3At(
      Instant time, String method, String path, String query, String body, String hash) {
    return s3(headers(time), method, path, query, body, hash);
  }

  private Answer s3(
      Map<String, String> headers,
      String method,
      String path,
      String query,
      String body,
      String hash) {
    headers.put("x-amz-content-sha256", hash);
    TestSigner signer = new TestSigner(accessKeyId, secret, "s3", region);
    String authorization = signer.authorization(method, path, query, headers, hash);
    URI uri = URI.create(sandbox.url() + path + (query.isEmpty() ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body));
    return send(request, headers, authorization);
  }

  public TestClient in(String otherRegion) {
    return new TestClient(sandbox, accessKeyId, secret, sessionToken, otherRegion);
  }

  public TestClient withToken(@Nullable String token) {
    return new TestClient(sandbox, accessKeyId, secret, token, region);
  }

  public TestClient withSecret(String other) {
    return new TestClient(sandbox, accessKeyId, other, sessionToken, region);
  }

  private Map<String, String> headers(Instant time) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", sandbox.host());
    headers.put("x-amz-date", TestSigner.stamp(time));
    if (sessionToken != null) {
      headers.put("x-amz-security-token", sessionToken);
    }
    return headers;
  }

  private Answer send(
      HttpRequest.Builder request, Map<String, String> headers, String authorization) {
    headers.forEach((name, value) -> {
      if (!name.equals("host")) {
        request.header(name, value);
      }
    });
    HttpResponse<String> response =
        sandbox.send(request.header("Authorization", authorization).build());
    return new Answer(sandbox, response.statusCode(), response.body(), response);
  }

  /** The form of an action with its parameters. */
  public static String form(String action, String version, String... parameters) {
    StringBuilder form = new StringBuilder("Action=" + action + "&Version=" + version);
    for (int i = 0; i < parameters.length; i += 2) {
      form.append('&').append(TestSigner.encode(parameters[i]));
      form.append('=').append(TestSigner.encode(parameters[i + 1]));
    }
    return form.toString();
  }
}
