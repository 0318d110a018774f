package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of S3, in its own words and with its own status codes. */
class S3ErrorsTest {
  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void the_root_is_error_with_a_request_id() {
    assertThat(boss.s3("GET", "/nobucket", "list-type=2", "").body())
        .matches(
            "<\\?xml[^>]*\\?>\n<Error><Code>NoSuchBucket</Code>"
                + "<Message>The specified bucket does not exist</Message>.*"
                + "<RequestId>[0-9a-f-]{36}</RequestId></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "/nobucket/key, 404 NoSuchBucket: The specified bucket does not exist",
    "/examplebucket/nothing, 404 NoSuchKey: The specified key does not exist."
  })
  void missing_resources(String path, String outcome) {
    assertThat(boss.s3("GET", path, "", "").outcome()).isEqualTo(outcome);
  }

  @Test
  void an_unknown_key() {
    assertThat(company.sandbox.with("AKIAIOSFODNN7EXAMPLE", "x").s3("GET", "/", "", "").outcome())
        .isEqualTo(
            "403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our"
                + " records.");
  }

  @Test
  void a_wrong_signature() {
    assertThat(boss.withSecret("wrong").s3("GET", "/", "", "").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: The request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method.");
  }

  @Test
  void who_may_not() {
    assertThat(company.as("bob").s3("GET", "/", "", "").outcome())
        .startsWith("403 AccessDenied: User: arn:aws:iam::")
        .contains(" is not authorized to perform: s3:ListAllMyBuckets because no ");
  }

  @ParameterizedTest
  @ValueSource(longs = {-901, 901})
  void a_clock_that_is_wrong(long seconds) {
    Instant signed = TestSandbox.START.plusSeconds(seconds);
    assertThat(boss.s3At(signed, "GET", "/", "", "").outcome())
        .isEqualTo(
            "403 RequestTimeTooSkewed: The difference between the request time and the current time"
                + " is too large.");
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, 900})
  void a_clock_that_is_a_quarter_of_an_hour_off(long seconds) {
    Instant signed = TestSandbox.START.plusSeconds(seconds);
    assertThat(boss.s3At(signed, "GET", "/", "", "").outcome()).isEqualTo("200");
  }

  @Test
  void a_presigned_url_after_its_time() {
    String query =
        new TestSigner(boss.accessKeyId(), boss.secret(), "s3", "us-east-1")
            .presigned(
                "GET",
                "/examplebucket/config.yml",
                company.sandbox.host(),
                TestSandbox.START,
                Map.of("X-Amz-Expires", "60"));
    URI url = URI.create(company.sandbox.url() + "/examplebucket/config.yml?" + query);
    assertThat(company.sandbox.send(HttpRequest.newBuilder(url).build()).body()).isEqualTo("a: b");
    company.sandbox.pass(Duration.ofSeconds(61));
    HttpResponse<String> late = company.sandbox.send(HttpRequest.newBuilder(url).build());
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body())
        .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
  }

  @Test
  void a_presigned_url_for_more_than_a_week() {
    String query =
        new TestSigner(boss.accessKeyId(), boss.secret(), "s3", "us-east-1")
            .presigned(
                "GET",
                "/examplebucket/config.yml",
                company.sandbox.host(),
                TestSandbox.START,
                Map.of("X-Amz-Expires", "604801"));
    URI url = URI.create(company.sandbox.url() + "/examplebucket/config.yml?" + query);
    HttpResponse<String> answer = company.sandbox.send(HttpRequest.newBuilder(url).build());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>AuthorizationQueryParametersError</Code>");
  }

  @Test
  void an_expired_session() {
    TestClient session = company.session();
    company.sandbox.pass(Duration.ofHours(12));
    assertThat(session.s3("GET", "/", "", "").outcome())
        .isEqualTo("400 ExpiredToken: The provided token has expired.");
  }

  @ParameterizedTest
  @CsvSource({
    "/examplebucket/a%20b",
    "/examplebucket//x//y",
    "/examplebucket/a/../b",
    "/examplebucket/%25"
  })
  void a_path_is_encoded_once_and_not_normalised(String path) {
    assertThat(boss.s3("PUT", path, "", "x").outcome()).isEqualTo("200");
    assertThat(boss.s3("GET", path, "", "").body()).isEqualTo("x");
  }

  /** As recorded in https://github.com/databendlabs/databend/issues/8069. */
  @Test
  void a_temporary_key_without_its_token_is_unknown() {
    TestClient session = company.session().withToken(null);
    assertThat(session.s3("GET", "/", "", "").outcome())
        .isEqualTo(
            "403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our"
                + " records.");
    assertThat(session.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
  }
}
