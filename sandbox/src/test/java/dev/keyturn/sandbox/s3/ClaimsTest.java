package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What S3 says about signatures that it cannot even look at, in headers and in presigned URLs. */
class ClaimsTest {
  private static final String PATH = "/examplebucket/config.yml";
  private static final String SCOPE = "20261121/us-east-1/s3/aws4_request";
  private static final String OLD =
      "400 InvalidRequest: The authorization mechanism you have provided is not supported. Please"
          + " use AWS4-HMAC-SHA256.";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Credential=AKIA/SCOPE,SignedHeaders=host | the authorization header requires three components: Credential, SignedHeaders, and Signature.",
        "Credential=AKIA/day/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=a | incorrect date format \"day\". This date in the credential must be in the format \"yyyyMMdd\".",
        "Credential=AKIA/20261121/us-east-1/s3/aws4,SignedHeaders=host,Signature=a | incorrect terminal \"aws4\". This endpoint uses \"aws4_request\".",
        "Credential=AKIA/20261120/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=a | Invalid credential date \"20261120\". This date is not the same as X-Amz-Date: \"20261121\".",
      })
  void a_header_that_is_malformed(String header, String text) {
    assertThat(get("", "AWS4-HMAC-SHA256 " + header.replace("SCOPE", SCOPE)).outcome())
        .isEqualTo(
            "400 AuthorizationHeaderMalformed: The authorization header is malformed; " + text);
  }

  @Test
  void a_header_of_version_2_is_not_supported() {
    assertThat(get("", "AWS AKIAIOSFODNN7EXAMPLE:c2lnbmF0dXJl").outcome()).isEqualTo(OLD);
  }

  @Test
  void a_url_of_version_2_is_not_supported() {
    assertThat(get("AWSAccessKeyId=AKIA&Expires=1&Signature=a", null).outcome()).isEqualTo(OLD);
  }

  @Test
  void a_header_needs_a_time() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + PATH))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIA/" + SCOPE + ",SignedHeaders=host,Signature=a")
            .build();
    assertThat(answer(request).outcome())
        .isEqualTo(
            "403 AccessDenied: AWS authentication requires a valid Date or x-amz-date header");
  }

  @Test
  void a_request_has_one_signature() {
    String header = "AWS4-HMAC-SHA256 Credential=AKIA/" + SCOPE + ",SignedHeaders=host,Signature=a";
    Answer refused = get("X-Amz-Algorithm=AWS4-HMAC-SHA256", header);
    assertThat(refused.outcome())
        .isEqualTo(
            "400 InvalidArgument: Only one auth mechanism allowed; only the X-Amz-Algorithm query"
                + " parameter, Signature query string parameter or the Authorization header should"
                + " be specified");
    assertThat(refused.text("ArgumentName")).isEqualTo("Authorization");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X-Amz-Expires| |Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
        "X-Amz-Expires|soon|X-Amz-Expires should be a number",
        "X-Amz-Expires|-1|X-Amz-Expires must be non-negative",
        "X-Amz-Expires|604801|X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds",
        "X-Amz-Date|today|X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"",
        "X-Amz-Algorithm|AWS4-HMAC-SHA1|X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"",
        "X-Amz-Credential|AKIA/day/us-east-1/s3/aws4_request|Error parsing the X-Amz-Credential parameter; incorrect date format \"day\". This date in the credential must be in the format \"yyyyMMdd\".",
        "X-Amz-Credential|AKIA/20261120/us-east-1/s3/aws4_request|Invalid credential date \"20261120\". This date is not the same as X-Amz-Date: \"20261121\".",
      })
  void a_presigned_url_that_is_malformed(String name, String value, String text) {
    String changed =
        presigned()
            .replaceFirst(
                name + "=[^&]*", name + "=" + (value == null ? "" : TestSigner.encode(value)));
    assertThat(get(changed, null).outcome())
        .isEqualTo("400 AuthorizationQueryParametersError: " + text);
  }

  @Test
  void a_presigned_url_has_a_beginning_and_an_end() {
    String url = presigned();
    sandbox.pass(Duration.ofMinutes(2));
    assertThat(get(url, null).outcome()).isEqualTo("403 AccessDenied: Request has expired");
    sandbox.pass(Duration.ofMinutes(-30));
    assertThat(get(url, null).outcome()).isEqualTo("403 AccessDenied: Request is not yet valid");
  }

  private String presigned() {
    return new TestSigner(twin.accessKeyId(), twin.secret(), "s3", "us-east-1")
        .presigned("GET", PATH, sandbox.host(), sandbox.now(), Map.of("X-Amz-Expires", "60"));
  }

  private Answer get(String query, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + PATH + "?" + query));
    if (authorization != null) {
      request
          .header("Authorization", authorization)
          .header("x-amz-date", TestSigner.stamp(sandbox.now()));
    }
    return answer(request.build());
  }

  private Answer answer(HttpRequest request) {
    HttpResponse<String> response = sandbox.send(request);
    return new Answer(sandbox, response.statusCode(), response.body(), response);
  }
}
