package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService.Mfa;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsTokenServiceTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final Signer KEY = new Signer("AKIAIOSFODNN7EXAMPLE", Secret.of(SECRET), null);
  private static final Mfa MFA = new Mfa(new MfaDevice(DEVICE), MfaCode.parse("123456"));
  private static final String SESSION =
      """
      <GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetSessionTokenResult><Credentials>
          <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
          <SecretAccessKey>secretEXAMPLE</SecretAccessKey>
          <SessionToken>tokenEXAMPLE</SessionToken>
          <Expiration>2026-11-22T00:00:00Z</Expiration>
        </Credentials></GetSessionTokenResult>
      </GetSessionTokenResponse>
      """;

  private final List<String> trace = new ArrayList<>();

  @Test
  void a_session_is_asked_for_in_one_signed_post() {
    try (TestServer sts = TestServer.answering(200, "", SESSION)) {
      assertThat(getSessionToken(sts.uri()).expiration()).isEqualTo("2026-11-22T00:00:00Z");
      assertThat(sts.requests()).hasSize(1);
      assertThat(sts.requests().get(0))
          .startsWith("POST / HTTP/1.1\r\n")
          .contains("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/sts/")
          .contains("Action=GetSessionToken&Version=2011-06-15&DurationSeconds=43200")
          .contains("TokenCode=123456");
    }
  }

  @Test
  void the_trace_has_no_secret_code_or_token() {
    try (TestServer sts = TestServer.answering(200, "", SESSION)) {
      assertThat(getSessionToken(sts.uri())).isNotNull();
      assertThat(String.join("\n", trace))
          .contains("GetSessionToken", "HTTP 200")
          .doesNotContain(SECRET, "=123456", "secretEXAMPLE", "tokenEXAMPLE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',"
        + " WrongCode",
    "403, AccessDenied, 'MultiFactorAuthentication failed, unable to validate MFA code.  Please"
        + " verify your MFA serial number is valid and associated with this user.', UnknownDevice",
    "403, InvalidClientTokenId, The security token included in the request is invalid., RefusedKey",
    "403, SignatureDoesNotMatch, 'The request signature we calculated does not match the signature"
        + " you provided.', RefusedKey",
    "403, ExpiredToken, The security token included in the request is expired, RefusedKey",
    "403, AccessDenied, Cannot call GetSessionToken with session credentials, Refused",
    "400, ValidationError, The requested DurationSeconds exceeds the MaxSessionDuration set for"
        + " this role., Refused",
    "400, Throttling, Rate exceeded, Throttled",
    "503, ServiceUnavailable, Service unavailable, ServiceFault",
    "500, InternalFailure, The request processing has failed, ServiceFault",
  })
  void a_refusal_is_reported_by_its_text(int status, String code, String message, String failure) {
    String date = "Date: Sat, 21 Nov 2026 12:00:00 GMT\r\n";
    try (TestServer sts = TestServer.answering(status, date, error(code, message))) {
      assertThat(refusal(sts.uri()).getClass().getSimpleName()).isEqualTo(failure);
    }
  }

  @ParameterizedTest
  @CsvSource({"12:20:00, -1200", "11:40:00, 1200"})
  void a_refused_signature_and_a_date_far_away_are_a_wrong_clock(String time, long ahead) {
    String date = "Date: Sat, 21 Nov 2026 " + time + " GMT\r\n";
    String expired = error("SignatureDoesNotMatch", "Signature expired: 1 is now earlier than 2");
    try (TestServer sts = TestServer.answering(403, date, expired)) {
      assertThat(refusal(sts.uri())).isEqualTo(new AwsFailure.ClockOff(ahead));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "<html>sign in to the hotel</html>", "{}", "<a>", "\0\0"})
  void an_answer_that_is_not_of_aws_is_a_fault(String body) {
    try (TestServer sts = TestServer.answering(200, "", body)) {
      assertThat(refusal(sts.uri())).isInstanceOf(AwsFailure.ServiceFault.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"})
  void a_session_without_one_of_its_parts_is_a_fault(String part) {
    try (TestServer sts = TestServer.answering(200, "", SESSION.replace(part, "Other"))) {
      assertThat(refusal(sts.uri()).message()).contains("no " + part);
    }
  }

  @Test
  void an_invalid_expiration_is_refused() {
    String body = SESSION.replace("2026-11-22T00:00:00Z", "soon");
    try (TestServer sts = TestServer.answering(200, "", body)) {
      assertThat(refusal(sts.uri()).message()).contains("Expiration is not a time");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T00:00:00Z, 2026-11-21T12:00:00Z, already expired",
    "2026-11-22T00:00:00Z, 2026-11-23T12:00:00Z, lasts longer than AWS allows",
    "2026-11-22T00:00:00Z, 9999-12-31T23:59:59Z, lasts longer than AWS allows",
    "2026-11-22T00:00:00Z, +999999999-12-31T23:59:59Z, Expiration is not a time",
    "ASIAIOSFODNN7EXAMPLE, AKIAIOSFODNN7EXAMPLE, AccessKeyId is not",
    "ASIAIOSFODNN7EXAMPLE, 'ASIA #', AccessKeyId is not",
    "secretEXAMPLE, 'secret #', SecretAccessKey is not",
    "secretEXAMPLE, 'a&#10;[default]', SecretAccessKey is not",
    "tokenEXAMPLE, token\u202eEXAMPLE, SessionToken is not",
  })
  void a_session_that_aws_would_not_grant_is_a_fault(String part, String other, String said) {
    try (TestServer sts = TestServer.answering(200, "", SESSION.replace(part, other))) {
      assertThat(refusal(sts.uri()))
          .isInstanceOfSatisfying(
              AwsFailure.ServiceFault.class, fault -> assertThat(fault.what()).contains(said));
    }
  }

  @ParameterizedTest
  @CsvSource({"12345, alice", "123456789012, 'arn:aws:iam::123456789012:user/a b'"})
  void a_caller_that_aws_does_not_know_is_a_fault(String account, String arn) {
    String answer =
        "<GetCallerIdentityResponse><Account>%s</Account><Arn>%s</Arn><UserId>AIDA</UserId>"
                .formatted(account, arn)
            + "</GetCallerIdentityResponse>";
    try (TestServer sts = TestServer.answering(200, "", answer)) {
      assertThatThrownBy(() -> service(Map.of()).getCallerIdentity(endpoints(sts.uri()), KEY))
          .hasMessageContaining("is not valid for AWS");
    }
  }

  @Test
  void a_message_is_cut_and_has_none_of_the_request_s_secrets() {
    String echo = "TokenCode=123456 of 123456789012 " + SECRET + " x".repeat(10_000);
    try (TestServer sts = TestServer.answering(403, "", error("AccessDenied", echo))) {
      assertThat(refusal(sts.uri()).message())
          .startsWith("TokenCode=**** of 123456789012 **** x")
          .hasSizeLessThan(1_100);
    }
  }

  @Test
  void a_secret_in_the_place_of_the_key_id_is_not_shown() {
    Signer swapped = new Signer(SECRET, Secret.of("AKIAIOSFODNN7EXAMPLE"), null);
    String echo = "Credential must have five elements, got '" + SECRET + "/20261121/us-east-1'";
    for (String code : List.of("IncompleteSignature", "InvalidClientTokenId")) {
      try (TestServer sts = TestServer.answering(403, "", error(code, echo))) {
        assertThatThrownBy(() -> service(Map.of()).getCallerIdentity(endpoints(sts.uri()), swapped))
            .isInstanceOf(FailureException.class)
            .hasMessageContaining("****")
            .hasMessageNotContaining(SECRET);
      }
    }
    assertThat(trace).isNotEmpty().noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void a_code_that_is_not_a_word_is_not_of_aws() {
    String page = error("Sign in\u001b[2J here", "please");
    try (TestServer sts = TestServer.answering(403, "", page.replace("\u001b", "&#155;"))) {
      assertThat(refusal(sts.uri()).message()).endsWith("HTTP 403");
    }
  }

  @Test
  void a_redirection_is_not_followed() {
    try (TestServer elsewhere = TestServer.answering(200, "", SESSION);
        TestServer sts = TestServer.answering(307, "Location: " + elsewhere.uri() + "/\r\n", "")) {
      assertThat(refusal(sts.uri())).isInstanceOf(AwsFailure.ServiceFault.class);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void a_code_is_never_sent_twice_on_a_connection_that_breaks() {
    try (TestServer sts = TestServer.raw("")) {
      assertThat(refusal(sts.uri()))
          .isInstanceOfSatisfying(
              AwsFailure.Unreachable.class, failure -> assertThat(failure.sent()).isTrue());
      assertThat(sts.requests()).hasSize(1);
    }
  }

  @Test
  void a_code_is_not_sent_again_after_a_fault() {
    try (TestServer sts = TestServer.answering(500, "", error("InternalFailure", "failed"))) {
      assertThat(refusal(sts.uri())).isInstanceOf(AwsFailure.ServiceFault.class);
      assertThat(sts.requests()).hasSize(1);
    }
  }

  @Test
  void a_call_without_a_code_is_tried_again_after_a_fault() {
    try (TestServer sts = TestServer.answering(500, "", error("InternalFailure", "failed"))) {
      assertThatThrownBy(() -> service(Map.of()).getCallerIdentity(endpoints(sts.uri()), KEY))
          .isInstanceOf(FailureException.class);
      assertThat(sts.requests()).hasSize(3);
    }
  }

  @Test
  void a_connection_that_is_refused_sent_nothing() throws IOException {
    // Nobody else gets the port, and nobody listens there.
    try (Socket bound = new Socket()) {
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(refusal(URI.create("http://127.0.0.1:" + bound.getLocalPort())))
          .isInstanceOfSatisfying(
              AwsFailure.Unreachable.class, failure -> assertThat(failure.sent()).isFalse());
    }
  }

  @Test
  void a_proxy_gets_the_user_it_asks_for() {
    try (TestServer proxy = TestServer.answering(200, "", SESSION)) {
      Map<String, String> variables =
          Map.of("http_proxy", "http://me:secret@127.0.0.1:" + proxy.port());
      URI sts = URI.create("http://sts.example.com");
      assertThat(service(variables).getSessionToken(endpoints(sts), KEY, step(), MFA)).isNotNull();
      assertThat(proxy.requests().get(0))
          .startsWith("POST http://sts.example.com HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n");
    }
  }

  @Test
  void a_proxy_that_requires_authentication_is_reported() {
    String asks = "Proxy-Authenticate: Basic realm=\"proxy\"\r\n";
    try (TestServer proxy = TestServer.answering(407, asks, "")) {
      Map<String, String> variables =
          Map.of("https_proxy", "http://me:secret@127.0.0.1:" + proxy.port());
      URI sts = URI.create("https://sts.example.com");
      FailureException refused =
          catchThrowableOfType(
              FailureException.class,
              () -> service(variables).getSessionToken(endpoints(sts), KEY, step(), MFA));
      assertThat(refused.failure())
          .isInstanceOfSatisfying(
              AwsFailure.Unreachable.class, failure -> assertThat(failure.sent()).isFalse());
      assertThat(proxy.requests().get(1))
          .startsWith("CONNECT sts.example.com:443 HTTP/1.1\r\n")
          .containsIgnoringCase("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n")
          .doesNotContain("AWS4-HMAC-SHA256", "123456");
    }
  }

  private SessionCredentials getSessionToken(URI sts) {
    return service(Map.of()).getSessionToken(endpoints(sts), KEY, step(), MFA);
  }

  private Failure refusal(URI sts) {
    return catchThrowableOfType(FailureException.class, () -> getSessionToken(sts)).failure();
  }

  private AwsTokenService service(Map<String, String> environment) {
    return new AwsTokenService(environment, Clock.fixed(NOW, ZoneOffset.UTC), trace::add);
  }

  private static Step.GetSessionToken step() {
    return new Step.GetSessionToken(Duration.ofHours(12), true);
  }

  private static Endpoints endpoints(URI sts) {
    return new Endpoints(sts, "us-east-1", sts, "us-east-1", null);
  }

  private static String error(String code, String message) {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>"
        + code
        + "</Code><Message>"
        + message
        + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
  }
}
