package dev.keyturn.sandbox.semantics;

import static dev.keyturn.sandbox.semantics.Company.assume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal of STS: status, code and text. */
class StsErrorTextsTest {
  private static final String MFA = "403 AccessDenied: MultiFactorAuthentication failed";
  private static final String WRONG_CODE = MFA + " with invalid MFA one time pass code. ";
  private static final String WRONG_DEVICE =
      MFA
          + ", unable to validate MFA code.  Please verify your MFA serial number is valid and"
          + " associated with this user.";
  private static final String ONLY_ONE =
      MFA + ", must provide both MFA serial number and one time pass code.";
  private static final String INVALID_TOKEN =
      "403 InvalidClientTokenId: The security token included in the request is invalid";
  private static final String MISMATCH =
      "403 SignatureDoesNotMatch: The request signature we calculated does not match the signature"
          + " you provided. Check your AWS Secret Access Key and signing method. Consult the"
          + " service documentation for details.";

  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void a_wrong_code() {
    String wrong = company.code().equals("000000") ? "000001" : "000000";
    assertThat(company.sessionWith(wrong).outcome()).isEqualTo(WRONG_CODE);
    assertThat(withCode("hour", Company.DEVICE, wrong)).isEqualTo(WRONG_CODE);
  }

  @Test
  void the_same_code_a_second_time() {
    assertThat(company.sessionWith(company.code()).outcome()).isEqualTo("200");
    assertThat(company.sessionWith(company.code()).outcome()).isEqualTo(WRONG_CODE);
    assertThat(withCode("mfa", Company.DEVICE, company.code())).isEqualTo(WRONG_CODE);
  }

  @ParameterizedTest
  @CsvSource({"mfa/nobody", "mfa/eve", "u2f/user/pat/phone-EXAMPLE2ABCDEFGHIJ"})
  void a_device_that_is_unknown_or_of_another_user(String device) {
    assertThat(withCode("mfa", Company.ARN + device, "123456")).isEqualTo(WRONG_DEVICE);
    assertThat(
            boss.call(
                    "GetSessionToken", "SerialNumber", Company.ARN + device, "TokenCode", "123456")
                .outcome())
        .isEqualTo(WRONG_DEVICE);
  }

  @Test
  void only_one_of_serial_number_and_code() {
    for (String action : new String[] {"GetSessionToken", "AssumeRole"}) {
      String[] code = {
        "RoleArn", Company.ROLE + "mfa", "RoleSessionName", "session", "TokenCode", "123456"
      };
      String[] serial = code.clone();
      serial[4] = "SerialNumber";
      serial[5] = Company.DEVICE;
      assertThat(boss.call(action, code).outcome()).isEqualTo(ONLY_ONE);
      assertThat(boss.call(action, serial).outcome()).isEqualTo(ONLY_ONE);
    }
  }

  @Test
  void a_code_that_is_not_six_digits() {
    assertThat(company.sessionWith("eifjcckk").outcome())
        .isEqualTo(
            "400 ValidationError: 2 validation errors detected: Value 'eifjcckk' at 'tokenCode'"
                + " failed to satisfy constraint: Member must have length less than or equal to 6;"
                + " Value 'eifjcckk' at 'tokenCode' failed to satisfy constraint: Member must"
                + " satisfy regular expression pattern: [\\d]*");
    assertThat(company.sessionWith("1234567").outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '1234567' at 'tokenCode'"
                + " failed to satisfy constraint: Member must have length less than or equal to 6");
  }

  @Test
  void get_session_token_with_temporary_credentials() {
    assertThat(company.session().call("GetSessionToken").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetSessionToken with session credentials");
  }

  @Test
  void iam_with_a_session_without_mfa() {
    assertThat(company.session().call("ListMFADevices").outcome()).isEqualTo(INVALID_TOKEN);
  }

  @Test
  void a_role_for_longer_than_it_allows() {
    assertThat(assume(boss, "hour", "DurationSeconds", "3601").outcome())
        .isEqualTo(
            "400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set"
                + " for this role.");
  }

  @Test
  void a_chained_role_for_more_than_an_hour() {
    assertThat(assume(company.session(), "ops/team/day", "DurationSeconds", "7200").outcome())
        .isEqualTo(
            "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit"
                + " for roles assumed by role chaining.");
  }

  @Test
  void a_duration_out_of_range() {
    assertThat(boss.call("GetSessionToken", "DurationSeconds", "1").outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '1' at 'durationSeconds'"
                + " failed to satisfy constraint: Member must have value greater than or equal to"
                + " 900");
  }

  @ParameterizedTest
  @CsvSource({
    "mfa, ''",
    "nobody, ''",
    "refusing, ' with an explicit deny in the role trust policy'"
  })
  void a_role_that_refuses_or_is_missing(String role, String reason) {
    assertThat(assume(boss, role).outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/boss is not authorized to"
                + " perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/"
                + role
                + reason);
  }

  @Test
  void a_role_that_the_callers_own_policy_denies() {
    assertThat(assume(company.as("eve"), "hour").outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:iam::123456789012:user/eve is not authorized to"
                + " perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/hour with"
                + " an explicit deny in an identity-based policy");
  }

  @Test
  void root_and_roles() {
    assertThat(assume(company.as("root"), "hour").outcome())
        .isEqualTo("403 AccessDenied: Roles may not be assumed by root accounts.");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::12345678901:role/x",
    "arn:aws:iam::123456789012:user/alice",
    "role/with/no/arn/at/all"
  })
  void a_bad_role_arn(String arn) {
    assertThat(boss.call("AssumeRole", "RoleArn", arn, "RoleSessionName", "session").outcome())
        .isEqualTo("400 ValidationError: " + arn + " is invalid");
  }

  @Test
  void a_bad_session_name() {
    String[] parameters = {"RoleArn", Company.ROLE + "hour", "RoleSessionName", "Session1:2"};
    assertThat(boss.call("AssumeRole", parameters).outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value 'Session1:2' at"
                + " 'roleSessionName' failed to satisfy constraint: Member must satisfy regular"
                + " expression pattern: [\\w+=,.@-]*");
    parameters[3] = "s".repeat(65);
    assertThat(boss.call("AssumeRole", parameters).outcome())
        .endsWith(
            " at 'roleSessionName' failed to satisfy constraint: Member must have length less than"
                + " or equal to 64");
  }

  @Test
  void a_wrong_signature() {
    assertThat(boss.withSecret("wrong").call("GetCallerIdentity").outcome()).isEqualTo(MISMATCH);
  }

  @Test
  void a_clock_too_far_behind() {
    Instant signed = TestSandbox.START.minusSeconds(15 * 60 + 1);
    assertThat(boss.callAt(signed, "GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature expired: 20261121T084509Z is now earlier than"
                + " 20261121T084510Z (20261121T090010Z - 15 min.)");
    assertThat(boss.callAt(signed.plusSeconds(1), "GetCallerIdentity").outcome()).isEqualTo("200");
  }

  @Test
  void a_clock_too_far_ahead() {
    Instant signed = TestSandbox.START.plusSeconds(5 * 60 + 1);
    assertThat(boss.callAt(signed, "GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Signature not yet current: 20261121T090511Z is still later"
                + " than 20261121T090510Z (20261121T090010Z + 5 min.)");
    assertThat(boss.callAt(signed.minusSeconds(1), "GetCallerIdentity").outcome()).isEqualTo("200");
  }

  @Test
  void an_unknown_key_id() {
    assertThat(
            company.sandbox.with("AKIAIOSFODNN7EXAMPLE", "x").call("GetCallerIdentity").outcome())
        .isEqualTo(INVALID_TOKEN + ".");
  }

  @Test
  void an_expired_session() {
    TestClient session = company.session();
    company.sandbox.pass(Duration.ofHours(12));
    assertThat(session.call("GetCallerIdentity").outcome())
        .isEqualTo("403 ExpiredToken: The security token included in the request is expired");
  }

  @Test
  void no_signature() {
    assertThat(unsigned("Action=GetCallerIdentity&Version=2011-06-15").body())
        .contains(
            "<Type>Sender</Type><Code>MissingAuthenticationToken</Code>"
                + "<Message>Request is missing Authentication Token</Message>");
    assertThat(unsigned("Action=GetCallerIdentity&Version=2011-06-15").statusCode()).isEqualTo(403);
  }

  @Test
  void half_a_signature() {
    HttpResponse<String> answer =
        company.sandbox.send(
            request("Action=GetCallerIdentity&Version=2011-06-15")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE")
                .build());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "<Code>IncompleteSignature</Code><Message>Authorization header requires 'Signature'"
                + " parameter. Authorization header requires 'SignedHeaders' parameter."
                + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                + " header.</Message>");
  }

  @Test
  void an_unknown_action() {
    assertThat(boss.send(TestSandbox.START, "sts", "Action=Fly&Version=2011-06-15").outcome())
        .isEqualTo("400 InvalidAction: Could not find operation Fly for version 2011-06-15");
  }

  @Test
  void a_malformed_session_policy() {
    assertThat(assume(boss, "hour", "Policy", "{}").outcome())
        .startsWith("400 MalformedPolicyDocument: ");
    assertThat(boss.call("GetFederationToken", "Name", "guest", "Policy", "no json").outcome())
        .startsWith("400 MalformedPolicyDocument: ");
  }

  private String withCode(String role, String serial, String code) {
    return assume(boss, role, "SerialNumber", serial, "TokenCode", code).outcome();
  }

  private HttpResponse<String> unsigned(String form) {
    return company.sandbox.send(request(form).build());
  }

  private HttpRequest.Builder request(String form) {
    return HttpRequest.newBuilder(URI.create(company.sandbox.url() + "/"))
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }
}
