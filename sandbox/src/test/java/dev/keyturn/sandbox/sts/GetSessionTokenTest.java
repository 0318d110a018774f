package dev.keyturn.sandbox.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetSessionTokenTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String WRONG_CODE =
      "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. ";
  private static final String WRONG_DEVICE =
      "403 AccessDenied: MultiFactorAuthentication failed, unable to validate MFA code.  Please"
          + " verify your MFA serial number is valid and associated with this user.";
  private static final String ONLY_ONE =
      "403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial number and"
          + " one time pass code.";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient alice = sandbox.as("alice");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void answers_credentials_and_nothing_else() {
    Answer answer = alice.call("GetSessionToken");
    assertThat(answer.body())
        .containsPattern(
            "<GetSessionTokenResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetSessionTokenResult><Credentials><AccessKeyId>ASIA[A-Z2-7]{16}</AccessKeyId>"
                + "<SecretAccessKey>[A-Za-z0-9+/]{40}</SecretAccessKey>"
                + "<SessionToken>[A-Za-z0-9+/=]{100,}</SessionToken>"
                + "<Expiration>2026-11-21T21:00:10Z</Expiration></Credentials>"
                + "</GetSessionTokenResult><ResponseMetadata><RequestId>[0-9a-f-]{36}</RequestId>"
                + "</ResponseMetadata></GetSessionTokenResponse>");
  }

  @Test
  void a_session_is_the_user() {
    TestClient session = alice.call("GetSessionToken").session();
    Answer who = session.call("GetCallerIdentity");
    assertThat(who.text("Arn")).isEqualTo("arn:aws:iam::123456789012:user/alice");
    assertThat(who.text("UserId")).startsWith("AIDA");
    assertThat(who.text("Account")).isEqualTo("123456789012");
  }

  @ParameterizedTest
  @CsvSource({"900", "3600", "129600"})
  void lives_as_long_as_asked(long seconds) {
    Answer answer = alice.call("GetSessionToken", "DurationSeconds", "" + seconds);
    assertThat(Instant.parse(answer.text("Expiration")))
        .isEqualTo(TestSandbox.START.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"899, greater than or equal to 900", "129601, less than or equal to 129600"})
  void a_duration_out_of_range_is_refused(String seconds, String constraint) {
    assertThat(alice.call("GetSessionToken", "DurationSeconds", seconds).outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '%s' at 'durationSeconds'"
                    .formatted(seconds)
                + " failed to satisfy constraint: Member must have value "
                + constraint);
  }

  @Test
  void a_session_ends_when_it_expires() {
    TestClient session = alice.call("GetSessionToken", "DurationSeconds", "900").session();
    sandbox.pass(Duration.ofSeconds(899));
    assertThat(session.call("GetCallerIdentity").outcome()).isEqualTo("200");
    sandbox.pass(Duration.ofSeconds(1));
    assertThat(session.call("GetCallerIdentity").outcome())
        .isEqualTo("403 ExpiredToken: The security token included in the request is expired");
  }

  @Test
  void a_session_with_a_code_may_do_what_requires_mfa() {
    assertThat(alice.call("ListUsers").status()).isEqualTo(403);
    assertThat(withCode(sandbox.code(DEVICE)).session().call("ListUsers").status()).isEqualTo(200);
  }

  @Test
  void a_wrong_code_is_refused() {
    String right = sandbox.code(DEVICE);
    String wrong = right.equals("000000") ? "000001" : "000000";
    assertThat(withCode(wrong).outcome()).isEqualTo(WRONG_CODE);
  }

  @Test
  void a_used_code_is_refused_as_a_wrong_one() {
    withCode(sandbox.code(DEVICE));
    assertThat(withCode(sandbox.code(DEVICE)).outcome()).isEqualTo(WRONG_CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:mfa/nobody",
        "arn:aws:iam::123456789012:mfa/twin-one",
        "arn:aws:iam::123456789012:u2f/user/passkey/phone-EXAMPLE2ABCDEFGHIJ",
        "GAHT12345678"
      })
  void a_device_that_is_not_the_callers_is_refused(String serialNumber) {
    assertThat(
            alice
                .call("GetSessionToken", "SerialNumber", serialNumber, "TokenCode", "123456")
                .outcome())
        .isEqualTo(WRONG_DEVICE);
  }

  @Test
  void a_passkey_gives_no_codes() {
    assertThat(
            sandbox
                .as("passkey")
                .call(
                    "GetSessionToken",
                    "SerialNumber",
                    "arn:aws:iam::123456789012:u2f/user/passkey/phone-EXAMPLE2ABCDEFGHIJ",
                    "TokenCode",
                    "123456")
                .outcome())
        .isEqualTo(WRONG_DEVICE);
  }

  @Test
  void a_hardware_token_is_checked_as_any_other() {
    String code = sandbox.code("GAHT12345678");
    assertThat(
            sandbox
                .as("token")
                .call("GetSessionToken", "SerialNumber", "GAHT12345678", "TokenCode", code)
                .outcome())
        .isEqualTo("200");
  }

  @Test
  void a_serial_number_without_a_code_is_refused() {
    assertThat(alice.call("GetSessionToken", "SerialNumber", DEVICE).outcome()).isEqualTo(ONLY_ONE);
  }

  @Test
  void a_code_without_a_serial_number_is_refused() {
    assertThat(alice.call("GetSessionToken", "TokenCode", "123456").outcome()).isEqualTo(ONLY_ONE);
  }

  @Test
  void a_code_that_is_not_six_digits_breaks_both_constraints() {
    assertThat(withCode("eifjcckk").outcome())
        .isEqualTo(
            "400 ValidationError: 2 validation errors detected: Value 'eifjcckk' at 'tokenCode'"
                + " failed to satisfy constraint: Member must have length less than or equal to 6;"
                + " Value 'eifjcckk' at 'tokenCode' failed to satisfy constraint: Member must"
                + " satisfy regular expression pattern: [\\d]*");
  }

  @Test
  void a_code_that_is_too_short_breaks_one_constraint() {
    assertThat(withCode("12345").outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '12345' at 'tokenCode' failed"
                + " to satisfy constraint: Member must have length greater than or equal to 6");
  }

  @Test
  void a_session_cannot_ask_for_another() {
    assertThat(alice.call("GetSessionToken").session().call("GetSessionToken").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetSessionToken with session credentials");
  }

  @Test
  void a_session_without_mfa_cannot_call_iam() {
    assertThat(alice.call("GetSessionToken").session().call("ListMFADevices").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid");
  }

  @Test
  void no_policy_can_deny_it() {
    try (TestSandbox strict = TestSandbox.start(DENIES_EVERYTHING)) {
      assertThat(strict.as("bob").call("GetSessionToken").outcome()).isEqualTo("200");
    }
  }

  @Test
  void a_longer_session_of_root_is_cut_to_an_hour() {
    try (TestSandbox company = TestSandbox.start(WITH_ROOT_KEYS)) {
      Answer answer = company.as("root").call("GetSessionToken", "DurationSeconds", "43200");
      assertThat(answer.text("Expiration")).isEqualTo("2026-11-21T10:00:10Z");
      assertThat(company.as("root").call("GetSessionToken").text("Expiration"))
          .isEqualTo("2026-11-21T10:00:10Z");
    }
  }

  /** The IAM User Guide: no MFA-protected API access with credentials of the root user. */
  @Test
  void roots_codes_are_for_the_console_only() {
    try (TestSandbox company = TestSandbox.start(WITH_ROOT_DEVICE)) {
      Answer answer =
          company
              .as("root")
              .call(
                  "GetSessionToken",
                  "SerialNumber",
                  "arn:aws:iam::123456789012:mfa/root-account-mfa-device",
                  "TokenCode",
                  "123456");
      assertThat(answer.outcome()).startsWith("403 AccessDenied: MultiFactorAuthentication failed");
    }
  }

  @Test
  void sessions_can_be_made_to_live_shorter_than_granted() {
    try (TestSandbox hasty = TestSandbox.start("{\"SessionSeconds\":5}")) {
      assertThat(hasty.as("alice").call("GetSessionToken").text("Expiration"))
          .isEqualTo("2026-11-21T09:00:15Z");
    }
  }

  private Answer withCode(String code) {
    return alice.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", code);
  }

  private static final String DENIES_EVERYTHING =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[{"UserName":"bob","Policies":[
        {"PolicyName":"none","PolicyDocument":{"Version":"2012-10-17","Statement":[
          {"Effect":"Deny","Action":"*","Resource":"*"}]}}]}]}]}
      """;

  private static final String WITH_ROOT_DEVICE =
      """
      {"Accounts":[{"AccountId":"123456789012","Root":{"MFADevices":[{}]}}]}
      """;

  private static final String WITH_ROOT_KEYS =
      """
      {"Accounts":[{"AccountId":"123456789012","Root":{}}]}
      """;
}
