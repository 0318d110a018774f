package dev.keyturn.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.json.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults on demand and the control path. */
class GatewayTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient alice = sandbox.as("alice");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "throttle, 400 Throttling: Rate exceeded",
    "500, '500 InternalFailure: The request processing has failed because of an unknown error, "
        + "exception or failure.'",
    "503, 503 ServiceUnavailable: The request has failed due to a temporary failure of the server."
  })
  void a_fault_answers_in_place_of_the_service(String kind, String outcome) {
    fault("\"Kind\":\"%s\",\"Times\":1".formatted(kind));
    assertThat(alice.call("GetCallerIdentity").outcome()).isEqualTo(outcome);
    assertThat(alice.call("GetCallerIdentity").outcome()).isEqualTo("200");
  }

  @Test
  void a_clock_can_be_off_for_some_requests() {
    fault("\"Kind\":\"clock\",\"OffsetSeconds\":1200,\"Times\":1");
    TestClient.Answer answer = alice.call("GetCallerIdentity");
    assertThat(answer.outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature expired: 20261121T090010Z is now earlier than"
                + " 20261121T090510Z (20261121T092010Z - 15 min.)");
    assertThat(answer.response().headers().firstValue("Date"))
        .hasValue("Sat, 21 Nov 2026 09:20:10 GMT");
    assertThat(alice.call("GetCallerIdentity").outcome()).isEqualTo("200");
    fault("\"Kind\":\"clock\",\"OffsetSeconds\":-1200,\"Times\":1");
    assertThat(alice.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature not yet current: 20261121T090010Z is still later"
                + " than 20261121T084510Z (20261121T084010Z + 5 min.)");
  }

  @Test
  void a_key_can_be_unknown_for_some_requests() {
    fault("\"Kind\":\"unknown-key\",\"Times\":2");
    assertThat(alice.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
    assertThat(alice.s3("GET", "/", "", "").outcome()).startsWith("403 InvalidAccessKeyId: ");
    assertThat(alice.call("GetCallerIdentity").outcome()).isEqualTo("200");
  }

  @Test
  void the_delay_of_new_keys_and_the_life_of_sessions_can_be_set() {
    sandbox.control("{\"KeyDelaySeconds\":5,\"SessionSeconds\":7}");
    TestClient.Answer made = sandbox.as("newcomer").call("CreateAccessKey");
    TestClient renewed = sandbox.with(made.text("AccessKeyId"), made.text("SecretAccessKey"));
    assertThat(renewed.call("GetCallerIdentity").status()).isEqualTo(403);
    sandbox.pass(Duration.ofSeconds(5));
    assertThat(renewed.call("GetSessionToken").text("Expiration"))
        .isEqualTo("2026-11-21T09:00:22Z");
    sandbox.control("{\"SessionSeconds\":0}");
    assertThat(renewed.call("GetSessionToken").text("Expiration"))
        .isEqualTo("2026-11-21T21:00:15Z");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Kind\":\"expired-certificate\"', "
        + "a fault of the kind expired-certificate needs a sandbox with --tls",
    "'\"Kind\":\"expired-certificate\",\"Action\":\"GetUser\"', "
        + "'Faults[0]: \"Action\" and \"LatencyMillis\" do not go with expired-certificate: a "
        + "client that meets it sends no request'",
    "'\"Kind\":\"clock\"', "
        + "'Faults[0]: \"OffsetSeconds\" belongs to the kind clock, and only to it'",
    "'\"Kind\":\"500\",\"OffsetSeconds\":1', "
        + "'Faults[0]: \"OffsetSeconds\" belongs to the kind clock, and only to it'",
    "'\"Kind\":\"flood\"', 'Faults[0].Kind: must be one of throttle, 500, 503, unknown-key, "
        + "clock, cut, slow, garbage, expired-certificate'"
  })
  void a_fault_that_cannot_be_is_refused(String fault, String message) {
    Json.Obj answer = sandbox.control("{\"Faults\":[{" + fault + "}]}");
    assertThat(answer.get("message")).isEqualTo(new Json.Str(message));
  }

  @Test
  void a_throttled_request_uses_up_no_code() {
    fault("\"Kind\":\"throttle\",\"Times\":1");
    assertThat(withCode().status()).isEqualTo(400);
    assertThat(withCode().status()).isEqualTo(200);
  }

  @Test
  void a_cut_request_was_performed() {
    fault("\"Kind\":\"cut\",\"Times\":1");
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::withCode);
    assertThat(withCode().outcome()).contains("invalid MFA one time pass code");
  }

  @Test
  void garbage_is_not_xml() {
    fault("\"Kind\":\"garbage\",\"Times\":1");
    assertThat(alice.call("GetCallerIdentity").body()).startsWith("<html>").endsWith("<<");
  }

  @Test
  void a_slow_body_comes_in_the_end() {
    fault("\"Kind\":\"slow\",\"Times\":1");
    assertThat(alice.call("GetCallerIdentity").text("Account")).isEqualTo("123456789012");
  }

  @Test
  void a_fault_waits_for_its_action() {
    fault("\"Kind\":\"500\",\"Action\":\"GetSessionToken\"");
    assertThat(alice.call("GetCallerIdentity").status()).isEqualTo(200);
    assertThat(alice.call("GetSessionToken").status()).isEqualTo(500);
    assertThat(alice.call("GetSessionToken").status()).isEqualTo(500);
  }

  @Test
  void s3_words_its_faults_itself() {
    fault("\"Kind\":\"throttle\",\"Action\":\"ListBuckets\"");
    assertThat(alice.s3("GET", "/", "", "").outcome())
        .isEqualTo("503 SlowDown: Please reduce your request rate.");
  }

  @Test
  void faults_can_be_cleared() {
    fault("\"Kind\":\"500\"");
    sandbox.control("{\"ClearFaults\":true}");
    assertThat(alice.call("GetCallerIdentity").status()).isEqualTo(200);
  }

  @Test
  void the_state_file_can_contain_faults() {
    try (TestSandbox faulty =
        TestSandbox.start("{\"Faults\":[{\"Action\":\"ListBuckets\",\"Kind\":\"503\"}]}")) {
      assertThat(faulty.as("twin").s3("GET", "/", "", "").status()).isEqualTo(503);
    }
  }

  @Test
  void requests_are_counted_per_action() {
    alice.call("GetCallerIdentity");
    alice.call("GetCallerIdentity");
    alice.call("ListUsers");
    Json.Obj requests = (Json.Obj) sandbox.control("{}").members().get("Requests");
    assertThat(requests).isEqualTo(Json.parse("{\"GetCallerIdentity\":2,\"ListUsers\":1}"));
    sandbox.control("{\"ResetRequests\":true}");
    assertThat(sandbox.control("{}").get("Requests")).isEqualTo(Json.parse("{}"));
  }

  @Test
  void the_clock_can_be_moved() {
    assertThat(sandbox.control("{\"FrozenClock\":1440938160}").get("Clock"))
        .isEqualTo(new Json.Str("2015-08-30T12:36:00Z"));
    assertThat(alice.call("GetCallerIdentity").outcome())
        .startsWith("403 SignatureDoesNotMatch: Signature not yet current: ");
  }

  @Test
  void what_the_control_path_does_not_know_is_named() {
    assertThat(String.valueOf(sandbox.control("{\"Fault\":[]}").get("message")))
        .contains("Fault: unknown member; known members are Reset, AccountId, AddUsers,");
  }

  @Test
  void the_control_path_opens_with_its_token_only() {
    for (String token : new String[] {"", "Bearer", "Bearer x", alice.secret()}) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.url() + "/_control"))
              .header("Authorization", token)
              .POST(HttpRequest.BodyPublishers.ofString("{\"Faults\":[{\"Kind\":\"500\"}]}"))
              .build();
      assertThat(sandbox.send(request).statusCode()).isEqualTo(403);
    }
    assertThat(alice.call("GetCallerIdentity").status()).isEqualTo(200);
  }

  @Test
  void any_other_service_reports_the_signer() {
    TestClient.Answer answer = alice.send(sandbox.now(), "ec2", "Hello=1");
    assertThat(answer.text("Arn")).isEqualTo("arn:aws:iam::123456789012:user/alice");
    assertThat(answer.text("Service")).isEqualTo("ec2");
    assertThat(alice.withSecret("wrong").send(sandbox.now(), "ec2", "Hello=1").outcome())
        .startsWith("403 SignatureDoesNotMatch: ");
  }

  @Test
  void an_action_of_any_length_is_not_kept_to_be_counted() {
    String nonsense = "x".repeat(200);
    sandbox.as("alice").call(nonsense);
    sandbox.as("alice").call("GetCallerIdentity");
    assertThat(sandbox.control("{}").print())
        .contains("\"GetCallerIdentity\":1")
        .doesNotContain(nonsense);
  }

  @Test
  void a_session_of_a_deleted_user_is_void() {
    TestClient session = sandbox.as("twin").call("GetSessionToken").session();
    var account = sandbox.state().accounts().get(0);
    account.remove(java.util.Objects.requireNonNull(account.user("twin")));
    sandbox.pass(Duration.ofSeconds(1));
    assertThat(session.call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
  }

  private void fault(String members) {
    sandbox.control("{\"Faults\":[{" + members + "}]}");
  }

  private TestClient.Answer withCode() {
    return alice.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE));
  }
}
