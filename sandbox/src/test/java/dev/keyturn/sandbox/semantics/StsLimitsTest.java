package dev.keyturn.sandbox.semantics;

import static dev.keyturn.sandbox.semantics.Company.assume;
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

/** How long sessions live, who may ask for them, and what they may not do. */
class StsLimitsTest {
  private static final String NO_IAM =
      "403 InvalidClientTokenId: The security token included in the request is invalid";

  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GetSessionToken, boss, , 43200",
    "GetSessionToken, boss, 900, 900",
    "GetSessionToken, boss, 129600, 129600",
    "GetSessionToken, root, , 3600",
    "GetSessionToken, root, 900, 900",
    "GetSessionToken, root, 129600, 3600",
    "GetFederationToken, boss, , 43200",
    "GetFederationToken, boss, 900, 900",
    "GetFederationToken, boss, 129600, 129600",
    "GetFederationToken, root, , 3600",
    "GetFederationToken, root, 43200, 3600"
  })
  void a_user_gets_what_was_asked_and_root_an_hour_at_most(
      String action, String user, String wanted, long granted) {
    Answer answer =
        wanted == null
            ? company.as(user).call(action, "Name", "guest")
            : company.as(user).call(action, "Name", "guest", "DurationSeconds", wanted);
    assertThat(life(answer)).isEqualTo(granted);
  }

  @ParameterizedTest
  @CsvSource({"day, , 3600", "day, 900, 900", "day, 43200, 43200", "hour, 3600, 3600"})
  void a_role_lives_an_hour_unless_more_is_asked(String role, String wanted, long granted) {
    String path = role.equals("day") ? "ops/team/day" : role;
    Answer answer =
        wanted == null ? assume(boss, path) : assume(boss, path, "DurationSeconds", wanted);
    assertThat(life(answer)).isEqualTo(granted);
  }

  @ParameterizedTest
  @CsvSource({
    "GetSessionToken, 899, greater than or equal to 900",
    "GetSessionToken, 129601, less than or equal to 129600",
    "GetFederationToken, 899, greater than or equal to 900",
    "GetFederationToken, 129601, less than or equal to 129600",
    "AssumeRole, 899, greater than or equal to 900",
    "AssumeRole, 43201, less than or equal to 43200"
  })
  void a_duration_out_of_range_is_refused(String action, String wanted, String constraint) {
    String[] all = {
      "Name",
      "guest",
      "RoleArn",
      Company.ROLE + "hour",
      "RoleSessionName",
      "session",
      "DurationSeconds",
      wanted
    };
    assertThat(boss.call(action, all).outcome())
        .isEqualTo(broken("'" + wanted + "'", "durationSeconds", "have value " + constraint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetSessionToken", "GetFederationToken"})
  void only_long_term_keys_get_a_session_token(String action) {
    for (TestClient session :
        new TestClient[] {company.session(), company.role(), company.federated()}) {
      assertThat(session.call(action, "Name", "guest").outcome())
          .isEqualTo("403 AccessDenied: Cannot call " + action + " with session credentials");
    }
  }

  @Test
  void a_session_token_needs_no_permission_and_cannot_be_denied() {
    assertThat(company.as("bob").call("GetSessionToken").outcome()).isEqualTo("200");
    assertThat(company.as("eve").call("GetSessionToken").outcome()).isEqualTo("200");
  }

  @Test
  void get_caller_identity_works_with_any_valid_credentials() {
    assertThat(company.as("eve").call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:iam::123456789012:user/eve");
    assertThat(company.federated().call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:sts::123456789012:federated-user/guest");
    assertThat(company.role().call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/hour/session");
  }

  @Test
  void a_session_calls_iam_only_with_mfa() {
    assertThat(company.session().call("ListUsers").outcome()).isEqualTo(NO_IAM);
    assertThat(company.mfaSession().call("ListUsers").outcome()).isEqualTo("200");
    assertThat(company.role().call("ListUsers").outcome()).isEqualTo("200");
    assertThat(company.federated().call("ListUsers").outcome()).isEqualTo(NO_IAM);
  }

  @Test
  void a_session_token_asks_sts_for_roles_and_its_name_only() {
    TestClient session = company.mfaSession();
    assertThat(session.call("GetCallerIdentity").outcome()).isEqualTo("200");
    assertThat(assume(session, "hour").outcome()).isEqualTo("200");
    assertThat(session.call("GetAccessKeyInfo", "AccessKeyId", boss.accessKeyId()).outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetAccessKeyInfo with session credentials");
  }

  @Test
  void a_federated_user_asks_sts_for_its_name_only() {
    assertThat(assume(company.federated(), "hour").outcome())
        .isEqualTo("403 AccessDenied: Cannot call AssumeRole with session credentials");
  }

  @Test
  void a_role_assumes_another_and_root_assumes_none() {
    assertThat(assume(company.role(), "ops/team/day").outcome()).isEqualTo("200");
    assertThat(assume(company.as("root"), "hour").outcome())
        .isEqualTo("403 AccessDenied: Roles may not be assumed by root accounts.");
  }

  @Test
  void temporary_credentials_of_any_kind_open_a_role_for_an_hour_at_most() {
    for (TestClient session : new TestClient[] {company.mfaSession(), company.role()}) {
      assertThat(life(assume(session, "ops/team/day", "DurationSeconds", "3600"))).isEqualTo(3600);
      assertThat(assume(session, "ops/team/day", "DurationSeconds", "3601").outcome())
          .isEqualTo(
              "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit"
                  + " for roles assumed by role chaining.");
    }
  }

  @ParameterizedTest
  @CsvSource({"3599, greater than or equal to 3600", "43201, less than or equal to 43200"})
  void the_maximum_of_a_role_is_one_to_twelve_hours(String seconds, String constraint) {
    assertThat(boss.call("UpdateRole", "RoleName", "hour", "MaxSessionDuration", seconds).outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value at 'maxSessionDuration' failed"
                + " to satisfy constraint: Member must have value "
                + constraint);
  }

  @ParameterizedTest
  @CsvSource({
    "SerialNumber, 8, a, have length greater than or equal to 9",
    "SerialNumber, 257, a, have length less than or equal to 256",
    "SerialNumber, 9, !, 'satisfy regular expression pattern: [\\w+=/:,.@-]*'",
    "TokenCode, 5, 1, have length greater than or equal to 6",
    "TokenCode, 7, 1, have length less than or equal to 6",
    "TokenCode, 6, a, 'satisfy regular expression pattern: [\\d]*'",
    "RoleSessionName, 1, a, have length greater than or equal to 2",
    "RoleSessionName, 65, a, have length less than or equal to 64",
    "RoleSessionName, 3, :, 'satisfy regular expression pattern: [\\w+=,.@-]*'",
    "ExternalId, 1, a, have length greater than or equal to 2",
    "ExternalId, 1225, a, have length less than or equal to 1224",
    "ExternalId, 2, !, 'satisfy regular expression pattern: [\\w+=,.@:\\/-]*'",
    "RoleArn, 19, a, have length greater than or equal to 20",
    "RoleArn, 2049, a, have length less than or equal to 2048",
    "SourceIdentity, 1, a, have length greater than or equal to 2",
    "SourceIdentity, 65, a, have length less than or equal to 64",
    "Policy, 2049, a, have length less than or equal to 2048"
  })
  void a_parameter_has_a_length_and_an_alphabet(
      String name, int length, String character, String constraint) {
    String value = character.repeat(length);
    String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    Answer answer =
        name.startsWith("Role")
            ? boss.call(
                "AssumeRole",
                name,
                value,
                name.equals("RoleArn") ? "RoleSessionName" : "RoleArn",
                name.equals("RoleArn") ? "session" : Company.ROLE + "hour")
            : assume(boss, "hour", name, value);
    assertThat(answer.outcome()).isEqualTo(broken("'" + value + "'", member, constraint));
  }

  @ParameterizedTest
  @CsvSource({"15, greater than or equal to 16", "129, less than or equal to 128"})
  void an_access_key_id_has_16_to_128_characters(int length, String constraint) {
    String id = "A".repeat(length);
    assertThat(boss.call("GetAccessKeyInfo", "AccessKeyId", id).outcome())
        .isEqualTo(broken("'" + id + "'", "accessKeyId", "have length " + constraint));
  }

  @Test
  void policies_and_tags_have_one_room_together() {
    String policy = Company.ALLOW_ALL + " ".repeat(1900);
    assertThat(assume(boss, "hour", "Policy", policy).outcome()).isEqualTo("200");
    String[] tagged = {
      "Policy", policy, "Tags.member.1.Key", "team", "Tags.member.1.Value", "v".repeat(256)
    };
    assertThat(assume(boss, "hour", tagged).outcome())
        .startsWith("400 PackedPolicyTooLarge: Packed policy consumes 1")
        .endsWith("% of allotted space, please use smaller policy.");
  }

  @Test
  void a_session_token_has_no_policy_and_no_tags() {
    String none = "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    TestClient session = boss.call("GetSessionToken", "Policy", none).session();
    assertThat(session.s3("GET", "/", "", "").status()).isEqualTo(200);
  }

  @Test
  void the_answer_of_assume_role_drops_the_path_of_the_role() {
    Answer answer = assume(boss, "ops/team/day", "SourceIdentity", "boss");
    assertThat(answer.body())
        .matches(
            "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<AssumeRoleResult><Credentials><AccessKeyId>ASIA[A-Z2-7]{16}</AccessKeyId>"
                + "<SecretAccessKey>[A-Za-z0-9+/]{40}</SecretAccessKey>"
                + "<SessionToken>[^<]+</SessionToken>"
                + "<Expiration>2026-11-21T10:00:10Z</Expiration></Credentials>"
                + "<AssumedRoleUser><AssumedRoleId>AROA[A-Z2-7]{17}:session</AssumedRoleId>"
                + "<Arn>arn:aws:sts::123456789012:assumed-role/day/session</Arn>"
                + "</AssumedRoleUser><SourceIdentity>boss</SourceIdentity></AssumeRoleResult>"
                + "<ResponseMetadata><RequestId>[0-9a-f-]{36}</RequestId></ResponseMetadata>"
                + "</AssumeRoleResponse>");
    assertThat(assume(boss, "hour", "Policy", Company.ALLOW_ALL).has("PackedPolicySize")).isTrue();
  }

  @Test
  void the_answer_of_get_session_token_is_credentials_only() {
    assertThat(boss.call("GetSessionToken").body())
        .matches(".*<GetSessionTokenResult><Credentials>.*</Credentials></GetSessionTokenResult>.*")
        .doesNotContain("PackedPolicySize", "User>");
  }

  @Test
  void a_session_is_its_user_and_root_its_account() {
    Answer user = company.session().call("GetCallerIdentity");
    assertThat(user.text("Arn")).isEqualTo("arn:aws:iam::123456789012:user/boss");
    assertThat(user.text("UserId")).matches("AIDA[A-Z2-7]{17}");
    Answer root = company.as("root").call("GetCallerIdentity");
    assertThat(root.text("Arn")).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(root.text("UserId")).isEqualTo("123456789012");
  }

  private static String broken(String value, String member, String constraint) {
    return "400 ValidationError: 1 validation error detected: Value %s at '%s' failed to satisfy"
            .formatted(value, member)
        + " constraint: Member must "
        + constraint;
  }

  private static long life(Answer answer) {
    Instant end = Instant.parse(answer.text("Expiration"));
    return Duration.between(TestSandbox.START, end).toSeconds();
  }
}
