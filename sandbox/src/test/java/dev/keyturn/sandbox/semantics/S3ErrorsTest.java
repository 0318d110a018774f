package dev.keyturn.sandbox.semantics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
    TestClient stranger = company.sandbox.with("AKIAIOSFODNN7EXAMPLE", "x");
    TestClient.Answer answer = stranger.s3("GET", "/", "", "");
    assertThat(answer.outcome())
        .isEqualTo(
            "403 InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our"
                + " records.");
    assertThat(answer.text("AWSAccessKeyId")).isEqualTo("AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void a_wrong_signature() {
    TestClient.Answer answer = boss.withSecret("wrong").s3("GET", "/a%20b", "x=%2F&y", "");
    assertThat(answer.outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: The request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method.");
    String canonical = answer.text("CanonicalRequest");
    assertThat(canonical)
        .startsWith("GET\n/a%20b\nx=%2F&y=\nhost:" + company.sandbox.host() + "\n")
        .endsWith("\n" + TestSigner.sha256(new byte[0]));
    assertThat(answer.text("StringToSign"))
        .isEqualTo(
            "AWS4-HMAC-SHA256\n20261121T090010Z\n20261121/us-east-1/s3/aws4_request\n"
                + TestSigner.sha256(canonical.getBytes(UTF_8)));
    assertThat(answer.text("StringToSignBytes")).startsWith("41 57 53 34 2d 48 4d 41 43 ");
    assertThat(answer.text("CanonicalRequestBytes")).startsWith("47 45 54 0a 2f 61 25 32 30 62 ");
    String sent = answer.response().request().headers().firstValue("Authorization").orElseThrow();
    assertThat(sent).endsWith("Signature=" + answer.text("SignatureProvided"));
    assertThat(answer.body())
        .containsSubsequence(
            "<AWSAccessKeyId>" + boss.accessKeyId(),
            "<StringToSign>",
            "<SignatureProvided>",
            "<StringToSignBytes>",
            "<CanonicalRequest>",
            "<CanonicalRequestBytes>")
        .doesNotContain(boss.secret());
  }

  @Test
  void the_right_signature_is_not_in_the_answer_to_a_wrong_one() {
    TestClient.Answer answer = boss.withSecret("wrong").s3("GET", "/", "", "");
    TestSigner signer = new TestSigner(boss.accessKeyId(), boss.secret(), "s3", "us-east-1");
    byte[] key = signer.key("20261121T090010Z");
    String right = HexFormat.of().formatHex(TestSigner.hmac(key, answer.text("StringToSign")));
    assertThat(answer.body()).doesNotContain(right);
  }

  /** As the tests of OpenStack Swift have it, which run against AWS too. */
  @Test
  void another_body_is_answered_with_both_hashes() {
    TestClient.Answer answer = boss.s3("PUT", "/examplebucket/x", "", "x", "0".repeat(64));
    assertThat(answer.outcome()).startsWith("400 XAmzContentSHA256Mismatch: ");
    assertThat(answer.text("ClientComputedContentSHA256")).isEqualTo("0".repeat(64));
    assertThat(answer.text("S3ComputedContentSHA256"))
        .isEqualTo(TestSigner.sha256("x".getBytes(UTF_8)));
  }

  /** As the tests of OpenStack Swift have it: one in hexadecimal digits, the other in base64. */
  @Test
  void another_digest_is_answered_with_both_digests() {
    Map<String, String> digest = Map.of("content-md5", TestSigner.md5(""));
    TestClient.Answer answer = boss.s3With(digest, "PUT", "/examplebucket/x", "x");
    assertThat(answer.outcome()).startsWith("400 BadDigest: ");
    assertThat(answer.text("ExpectedDigest")).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(answer.text("CalculatedDigest")).isEqualTo(TestSigner.md5("x"));
  }

  /** As LocalStack has it. */
  @ParameterizedTest
  @ValueSource(strings = {"abc", "1234567890123"})
  void an_expected_owner_that_is_not_an_account(String account) {
    Map<String, String> owner = Map.of("x-amz-expected-bucket-owner", account);
    assertThat(boss.s3With(owner, "GET", "/examplebucket", "").outcome())
        .isEqualTo(
            "400 InvalidBucketOwnerAWSAccountID: The value of the expected bucket owner parameter"
                + " must be an AWS Account ID... ["
                + account
                + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/examplebucket/%ff", "/examplebucket/%E0%A4", "/%C0%AF/x"})
  void a_path_that_is_not_utf_8(String path) {
    TestClient.Answer answer = boss.s3("PUT", path, "", "");
    assertThat(answer.outcome()).isEqualTo("400 InvalidURI: Couldn't parse the specified URI.");
    assertThat(answer.text("URI")).isEqualTo(path);
  }

  @Test
  void a_copy_source_that_is_not_utf_8() {
    Map<String, String> source = Map.of("x-amz-copy-source", "/examplebucket/%ff");
    assertThat(boss.s3With(source, "PUT", "/examplebucket/x", "").outcome())
        .isEqualTo("400 InvalidArgument: Invalid copy source encoding.");
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
    TestClient.Answer answer = boss.s3At(signed, "GET", "/", "", "");
    assertThat(answer.outcome())
        .isEqualTo(
            "403 RequestTimeTooSkewed: The difference between the request time and the current time"
                + " is too large.");
    assertThat(answer.body())
        .contains(
            "<RequestTime>"
                + TestSigner.stamp(signed)
                + "</RequestTime><ServerTime>2026-11-21T09:00:10Z</ServerTime>"
                + "<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>");
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
        .contains(
            "<Code>AccessDenied</Code><Message>Request has expired</Message>"
                + "<X-Amz-Expires>60</X-Amz-Expires><Expires>2026-11-21T09:01:10Z</Expires>"
                + "<ServerTime>2026-11-21T09:01:11Z</ServerTime>");
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
