package dev.keyturn.sandbox.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import dev.keyturn.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEndpointTest {
  private static final String INVALID_KEY =
      "403 InvalidClientTokenId: The security token included in the request is invalid.";
  private static final String MISMATCH =
      "403 SignatureDoesNotMatch: The request signature we calculated does not match the signature"
          + " you provided. Check your AWS Secret Access Key and signing method. Consult the"
          + " service documentation for details.";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient alice = sandbox.as("alice");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void an_error_is_xml_with_a_request_id() {
    Answer answer = alice.call("AssumeRole");
    assertThat(answer.body())
        .matches(
            "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                + "<Type>Sender</Type><Code>ValidationError</Code><Message>[^<]*</Message></Error>"
                + "<RequestId>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</RequestId>"
                + "</ErrorResponse>");
    assertThat(answer.response().headers().firstValue("x-amzn-RequestId"))
        .hasValue(answer.text("RequestId"));
  }

  @Test
  void what_is_echoed_cannot_break_the_xml() {
    Answer answer = alice.call("AssumeRole", "RoleSessionName", "<&\"\u0001é😀", "RoleArn", "x");
    assertThat(answer.body()).contains("Value '&lt;&amp;&quot;?é");
  }

  @Test
  void the_get_form_works_too() {
    String query = TestClient.form("GetCallerIdentity", "2011-06-15");
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", sandbox.host());
    headers.put("x-amz-date", TestSigner.stamp(sandbox.now()));
    String authorization =
        new TestSigner(alice.accessKeyId(), alice.secret(), "sts", "us-east-1")
            .authorization("GET", "/", query, headers, TestSigner.sha256(new byte[0]));
    HttpResponse<String> response =
        sandbox.send(
            HttpRequest.newBuilder(URI.create(sandbox.url() + "/?" + query))
                .header("x-amz-date", TestSigner.stamp(sandbox.now()))
                .header("Authorization", authorization)
                .build());
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void a_presigned_query_works_too() {
    assertThat(presigned(sandbox.now(), 900, "GET").statusCode()).isEqualTo(200);
  }

  @Test
  void a_presigned_query_is_good_for_its_own_time() {
    assertThat(presigned(sandbox.now().minusSeconds(60), 60, "GET").statusCode()).isEqualTo(200);
    assertThat(presigned(sandbox.now().minusSeconds(61), 60, "GET").body())
        .contains("<Code>SignatureDoesNotMatch</Code>", "Signature expired: 20261121T085909Z");
  }

  @Test
  void a_presigned_query_is_good_for_its_own_method() {
    assertThat(presigned(sandbox.now(), 900, "POST").body())
        .contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void a_wrong_secret_is_refused() {
    assertThat(alice.withSecret("wrong").call("GetCallerIdentity").outcome()).isEqualTo(MISMATCH);
  }

  @Test
  void an_unknown_key_is_refused() {
    assertThat(
            sandbox
                .with("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                .call("GetCallerIdentity")
                .outcome())
        .isEqualTo(INVALID_KEY);
  }

  @Test
  void an_inactive_key_is_refused() {
    try (TestSandbox company = TestSandbox.start(keys("\"Status\":\"Inactive\""))) {
      assertThat(company.as("bob").call("GetCallerIdentity").outcome()).isEqualTo(INVALID_KEY);
    }
  }

  @Test
  void a_new_key_is_unknown_until_it_is_valid_everywhere() {
    try (TestSandbox company = TestSandbox.start(keys("\"ValidFrom\":\"2026-11-21T09:00:20Z\""))) {
      assertThat(company.as("bob").call("GetCallerIdentity").outcome()).isEqualTo(INVALID_KEY);
      company.pass(Duration.ofSeconds(10));
      assertThat(company.as("bob").call("GetCallerIdentity").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FwoGZXIvYXdzEXAMPLE"})
  void a_session_with_another_token_is_refused(String token) {
    TestClient session = alice.call("GetSessionToken").session();
    assertThat(session.withToken(token).call("GetCallerIdentity").outcome()).isEqualTo(INVALID_KEY);
  }

  @Test
  void a_session_without_its_token_is_refused() {
    TestClient session = alice.call("GetSessionToken").session();
    assertThat(session.withToken(null).call("GetCallerIdentity").outcome()).isEqualTo(INVALID_KEY);
  }

  @Test
  void a_long_term_key_with_a_token_is_refused() {
    assertThat(alice.withToken("FwoGZXIvYXdzEXAMPLE").call("GetCallerIdentity").outcome())
        .isEqualTo(INVALID_KEY);
  }

  @Test
  void a_key_of_another_partition_is_unknown_here() {
    assertThat(alice.in("cn-north-1").call("GetCallerIdentity").outcome()).isEqualTo(INVALID_KEY);
  }

  @ParameterizedTest
  @CsvSource({"aws-cn, cn-north-1", "aws-us-gov, us-gov-west-1"})
  void other_partitions_have_their_own_regions_and_arns(String partition, String region) {
    String state =
        """
        {"Accounts":[{"AccountId":"123456789012","Partition":"%s","Users":[{"UserName":"bob"}]}]}
        """
            .formatted(partition);
    try (TestSandbox company = TestSandbox.start(state)) {
      assertThat(company.as("bob").in(region).call("GetCallerIdentity").text("Arn"))
          .isEqualTo("arn:" + partition + ":iam::123456789012:user/bob");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, 0, 300})
  void a_clock_15_minutes_slow_and_5_fast_passes(long seconds) {
    Instant time = sandbox.now().plusSeconds(seconds);
    assertThat(alice.callAt(time, "GetCallerIdentity").status()).isEqualTo(200);
  }

  @Test
  void a_clock_that_is_slower_is_reported_with_both_times() {
    assertThat(alice.callAt(sandbox.now().minusSeconds(901), "GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature expired: 20261121T084509Z is now earlier than"
                + " 20261121T084510Z (20261121T090010Z - 15 min.)");
  }

  @Test
  void a_clock_further_ahead_is_reported_both_times() {
    assertThat(alice.callAt(sandbox.now().plusSeconds(301), "GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature not yet current: 20261121T090511Z is still later"
                + " than 20261121T090510Z (20261121T090010Z + 5 min.)");
  }

  @Test
  void a_request_without_a_signature_is_refused() {
    assertThat(unsigned(null).outcome())
        .isEqualTo("403 MissingAuthenticationToken: Request is missing Authentication Token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/sts/aws4_request",
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE, SignedHeaders=host, Signature=aa",
        "AWS4-ECDSA-P256-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=aa",
        "Basic YWxpY2U6c2VjcmV0",
        "Bearer token"
      })
  void a_signature_with_parts_missing_is_incomplete(String authorization) {
    assertThat(unsigned(authorization).outcome()).startsWith("400 IncompleteSignature: ");
  }

  @Test
  void a_request_signed_for_another_service_is_refused() {
    String form = TestClient.form("GetCallerIdentity", "2011-06-15");
    assertThat(alice.send(sandbox.now(), "iam", form).outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Credential should be scoped to correct service: 'sts'. ");
  }

  @Test
  void an_unknown_region_is_refused() {
    assertThat(alice.in("moon").call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Credential should be scoped to a valid region, not 'moon'."
                + " ");
  }

  @ParameterizedTest
  @CsvSource({"2011-06-15, 2011-06-15", "2010-05-08, 2010-05-08", "1999-01-01, 1999-01-01"})
  void an_unknown_action_is_named_with_its_version(String version, String named) {
    String form = TestClient.form("MakeCoffee", version);
    assertThat(alice.send(sandbox.now(), "sts", form).outcome())
        .isEqualTo("400 InvalidAction: Could not find operation MakeCoffee for version " + named);
  }

  @Test
  void an_action_without_a_version_is_unknown() {
    assertThat(alice.send(sandbox.now(), "sts", "Action=GetCallerIdentity").outcome())
        .isEqualTo(
            "400 InvalidAction: Could not find operation GetCallerIdentity for version"
                + " NO_VERSION_SPECIFIED");
  }

  @Test
  void an_invalid_number_is_malformed() {
    assertThat(alice.call("GetSessionToken", "DurationSeconds", "an hour").status()).isEqualTo(400);
  }

  @Test
  void sts_answers_json_to_a_client_that_accepts_it() {
    HttpResponse<String> response = json("GetSessionToken");
    Json.Obj answer =
        member(
            member(Json.parse(response.body()), "GetSessionTokenResponse"),
            "GetSessionTokenResult");
    Json.Obj credentials = member(answer, "Credentials");
    assertThat(credentials.get("Expiration"))
        .isEqualTo(
            Json.parse(Long.toString(TestSandbox.START.plusSeconds(43200).getEpochSecond())));
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void sts_refuses_in_json_too() {
    HttpResponse<String> response = json("AssumeRole");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(member(Json.parse(response.body()), "Error").get("Code"))
        .isEqualTo(new Json.Str("ValidationError"));
  }

  @Test
  void the_date_is_the_sandboxs_clock() {
    assertThat(alice.call("GetCallerIdentity").response().headers().firstValue("Date"))
        .hasValue("Sat, 21 Nov 2026 09:00:10 GMT");
  }

  @Test
  void the_log_says_what_happened_and_contains_no_secret() {
    TestClient session = alice.call("GetSessionToken").session();
    alice.withSecret("wrong").call("GetCallerIdentity");
    String[] lines = sandbox.log().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0])
        .matches(
            "\\{\"Time\":\"2026-11-21T09:00:10Z\",\"Service\":\"sts\",\"Action\":\"GetSessionToken\","
                + "\"AccessKeyId\":\"AKIA[A-Z2-7]{16}\",\"Status\":200,"
                + "\"RequestId\":\"[0-9a-f-]{36}\"}");
    assertThat(lines[1]).contains("\"Status\":403,\"ErrorCode\":\"SignatureDoesNotMatch\"");
    assertThat(sandbox.log())
        .doesNotContain(alice.secret(), session.secret(), session.sessionToken());
  }

  private HttpResponse<String> presigned(Instant time, int seconds, String method) {
    String query =
        new TestSigner(alice.accessKeyId(), alice.secret(), "sts", "us-east-1")
            .presigned(
                "GET",
                "/",
                sandbox.host(),
                time,
                Map.of(
                    "Action",
                    "GetCallerIdentity",
                    "Version",
                    "2011-06-15",
                    "X-Amz-Expires",
                    "" + seconds));
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/?" + query))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private HttpResponse<String> json(String action) {
    String form = TestClient.form(action, "2011-06-15");
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", sandbox.host());
    headers.put("x-amz-date", TestSigner.stamp(sandbox.now()));
    String authorization =
        new TestSigner(alice.accessKeyId(), alice.secret(), "sts", "us-east-1")
            .authorization(
                "POST", "/", "", headers, TestSigner.sha256(form.getBytes(StandardCharsets.UTF_8)));
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))
            .header("Accept", "application/json")
            .header("x-amz-date", TestSigner.stamp(sandbox.now()))
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private Answer unsigned(@Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/"))
            .header("x-amz-date", TestSigner.stamp(sandbox.now()))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    TestClient.form("GetCallerIdentity", "2011-06-15")));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> response = sandbox.send(request.build());
    return new Answer(sandbox, response.statusCode(), response.body(), response);
  }

  private static Json.Obj member(Json json, String name) {
    return (Json.Obj) Objects.requireNonNull(((Json.Obj) json).get(name));
  }

  private static String keys(String more) {
    return """
    {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","AccessKeys":[
      {"AccessKeyId":"AKIAIOSFODNN7EXAMPLE",%s}]}]}]}
    """
        .formatted(more);
  }
}
