package dev.keyturn.sandbox.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssumeRoleTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String ADMIN = "arn:aws:iam::123456789012:role/admin";
  private static final String READONLY = "arn:aws:iam::123456789012:role/readonly";
  private static final String DEPLOY = "arn:aws:iam::210987654321:role/deploy";
  private static final String CHAINED =
      "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for"
          + " roles assumed by role chaining.";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient alice = sandbox.as("alice");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_role_that_requires_mfa_is_assumed_with_a_code() {
    Answer answer = assume(alice, ADMIN, withCode());
    assertThat(answer.text("AssumedRoleId")).matches("AROA[A-Z2-7]{17}:s1");
    assertThat(answer.text("Arn")).isEqualTo("arn:aws:sts::123456789012:assumed-role/admin/s1");
    assertThat(answer.text("Expiration")).isEqualTo("2026-11-21T10:00:10Z");
    assertThat(answer.text("AccessKeyId")).startsWith("ASIA");
    assertThat(answer.has("PackedPolicySize")).isFalse();
  }

  @Test
  void an_mfa_session_assumes_many_roles_without_another_code() {
    TestClient session = mfaSession();
    assertThat(assume(session, ADMIN).status()).isEqualTo(200);
    assertThat(assume(session, READONLY).status()).isEqualTo(200);
    assertThat(assume(session, DEPLOY, "ExternalId", "example").status()).isEqualTo(200);
  }

  @Test
  void without_mfa_the_role_is_refused() {
    assertThat(assume(alice, ADMIN).outcome()).isEqualTo(notAuthorized("alice", ADMIN));
  }

  @Test
  void a_session_without_mfa_is_refused_too() {
    TestClient session = alice.call("GetSessionToken").session();
    assertThat(assume(session, ADMIN).outcome()).isEqualTo(notAuthorized("alice", ADMIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "other/admin"})
  void a_missing_role_is_answered_like_one_that_trusts_nobody(String role) {
    String arn = "arn:aws:iam::123456789012:role/" + role;
    assertThat(assume(mfaSession(), arn).outcome()).isEqualTo(notAuthorized("alice", arn));
  }

  @Test
  void a_missing_account_is_answered_the_same() {
    String arn = "arn:aws:iam::999999999999:role/admin";
    assertThat(assume(mfaSession(), arn).outcome()).isEqualTo(notAuthorized("alice", arn));
  }

  @Test
  void a_wrong_external_id_is_refused() {
    assertThat(assume(mfaSession(), DEPLOY, "ExternalId", "other").outcome())
        .isEqualTo(notAuthorized("alice", DEPLOY));
  }

  @Test
  void a_missing_external_id_is_refused() {
    assertThat(assume(mfaSession(), DEPLOY).outcome()).isEqualTo(notAuthorized("alice", DEPLOY));
  }

  @Test
  void a_used_code_is_refused() {
    String[] code = withCode();
    assume(alice, ADMIN, code);
    assertThat(assume(alice, READONLY, code).outcome())
        .isEqualTo(
            "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass"
                + " code. ");
  }

  @Test
  void the_role_lives_as_long_as_its_maximum_with_long_term_keys() {
    String[] parameters = concat(withCode(), "DurationSeconds", "43200");
    assertThat(assume(alice, ADMIN, parameters).text("Expiration"))
        .isEqualTo("2026-11-21T21:00:10Z");
  }

  @Test
  void more_than_the_roles_maximum_is_refused() {
    String[] parameters = concat(withCode(), "DurationSeconds", "3601");
    assertThat(assume(alice, READONLY, parameters).outcome())
        .isEqualTo(
            "400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set"
                + " for this role.");
  }

  @Test
  void an_mfa_session_assumes_a_role_for_an_hour_at_most() {
    TestClient session = mfaSession();
    assertThat(assume(session, ADMIN, "DurationSeconds", "3600").status()).isEqualTo(200);
    assertThat(assume(session, ADMIN, "DurationSeconds", "3601").outcome()).isEqualTo(CHAINED);
  }

  @Test
  void a_role_assumes_another_for_an_hour_at_most() {
    try (TestSandbox company = TestSandbox.start(CHAIN)) {
      TestClient first =
          assume(company.as("bob"), "arn:aws:iam::123456789012:role/first").session();
      String second = "arn:aws:iam::123456789012:role/second";
      assertThat(assume(first, second).status()).isEqualTo(200);
      assertThat(assume(first, second, "DurationSeconds", "7200").outcome()).isEqualTo(CHAINED);
    }
  }

  @ParameterizedTest
  @CsvSource({"899, greater than or equal to 900", "43201, less than or equal to 43200"})
  void a_duration_out_of_range_is_refused(String seconds, String constraint) {
    assertThat(assume(alice, ADMIN, "DurationSeconds", seconds).outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '%s' at 'durationSeconds'"
                    .formatted(seconds)
                + " failed to satisfy constraint: Member must have value "
                + constraint);
  }

  @Test
  void a_bad_session_name_is_refused() {
    assertThat(
            alice.call("AssumeRole", "RoleArn", ADMIN, "RoleSessionName", "Session1:2").outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value 'Session1:2' at"
                + " 'roleSessionName' failed to satisfy constraint: Member must satisfy regular"
                + " expression pattern: [\\w+=,.@-]*");
  }

  @Test
  void a_long_session_name_is_refused() {
    String name = "n".repeat(65);
    assertThat(alice.call("AssumeRole", "RoleArn", ADMIN, "RoleSessionName", name).outcome())
        .isEqualTo(
            "400 ValidationError: 1 validation error detected: Value '%s' at 'roleSessionName'"
                    .formatted(name)
                + " failed to satisfy constraint: Member must have length less than or equal to"
                + " 64");
  }

  @Test
  void missing_parameters_are_named() {
    assertThat(alice.call("AssumeRole").outcome())
        .isEqualTo(
            "400 ValidationError: 2 validation errors detected: Value null at 'roleArn' failed to"
                + " satisfy constraint: Member must not be null; Value null at 'roleSessionName'"
                + " failed to satisfy constraint: Member must not be null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::123456789012:user/alice",
        "arn:aws:iam::1234:role/admin-of-all",
        "this is no role arn at all"
      })
  void a_bad_role_arn_is_invalid(String arn) {
    assertThat(assume(alice, arn).outcome())
        .isEqualTo("400 ValidationError: " + arn + " is invalid");
  }

  @Test
  void root_assumes_no_role() {
    try (TestSandbox company =
        TestSandbox.start("{\"Accounts\":[{\"AccountId\":\"123456789012\",\"Root\":{}}]}")) {
      assertThat(assume(company.as("root"), ADMIN).outcome())
          .isEqualTo("403 AccessDenied: Roles may not be assumed by root accounts.");
    }
  }

  @Test
  void the_path_of_a_role_is_not_in_its_sessions_arn() {
    try (TestSandbox company = TestSandbox.start(CHAIN)) {
      Answer answer = assume(company.as("bob"), "arn:aws:iam::123456789012:role/team/a/pathed");
      assertThat(answer.text("Arn")).isEqualTo("arn:aws:sts::123456789012:assumed-role/pathed/s1");
    }
  }

  @Test
  void a_roles_session_calls_neither_get_session_token_nor_get_federation_token() {
    TestClient role = assume(mfaSession(), ADMIN).session();
    assertThat(role.call("GetSessionToken").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetSessionToken with session credentials");
    assertThat(role.call("GetFederationToken", "Name", "feda").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetFederationToken with session credentials");
  }

  @Test
  void a_role_session_reports_its_identity() {
    Answer who = assume(mfaSession(), ADMIN).session().call("GetCallerIdentity");
    assertThat(who.text("Arn")).isEqualTo("arn:aws:sts::123456789012:assumed-role/admin/s1");
    assertThat(who.text("UserId")).matches("AROA[A-Z2-7]{17}:s1");
  }

  @Test
  void a_roles_session_carries_no_mfa() {
    TestClient role = assume(mfaSession(), ADMIN).session();
    assertThat(assume(role, READONLY).outcome())
        .isEqualTo(
            "403 AccessDenied: User: arn:aws:sts::123456789012:assumed-role/admin/s1 is not"
                + " authorized to perform: sts:AssumeRole on resource: "
                + READONLY);
  }

  @Test
  void a_session_policy_narrows_the_role() {
    String onlyBuckets =
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}\
        """;
    Answer answer = assume(mfaSession(), ADMIN, "Policy", onlyBuckets);
    assertThat(answer.text("PackedPolicySize")).isNotEmpty();
    assertThat(answer.session().s3("GET", "/", "", "").status()).isEqualTo(200);
    assertThat(answer.session().call("ListUsers").outcome())
        .endsWith("because no session policy allows the iam:ListUsers action");
  }

  @Test
  void an_invalid_session_policy_is_malformed() {
    assertThat(assume(mfaSession(), ADMIN, "Policy", "{}").outcome())
        .startsWith("400 MalformedPolicyDocument: ");
  }

  @Test
  void a_session_policy_beyond_2048_characters_is_refused() {
    assertThat(assume(mfaSession(), ADMIN, "Policy", "x".repeat(2049)).outcome())
        .endsWith(
            "at 'policy' failed to satisfy constraint: Member must have length less than or equal"
                + " to 2048");
  }

  @Test
  void a_source_identity_stays_through_a_chain() {
    try (TestSandbox company = TestSandbox.start(CHAIN)) {
      Answer first =
          assume(
              company.as("bob"),
              "arn:aws:iam::123456789012:role/first",
              "SourceIdentity",
              "bob-himself");
      assertThat(first.text("SourceIdentity")).isEqualTo("bob-himself");
      Answer second = assume(first.session(), "arn:aws:iam::123456789012:role/second");
      assertThat(second.text("SourceIdentity")).isEqualTo("bob-himself");
      assertThat(
              assume(
                      first.session(),
                      "arn:aws:iam::123456789012:role/second",
                      "SourceIdentity",
                      "somebody")
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void tags_need_a_trust_policy_that_allows_them() {
    try (TestSandbox company = TestSandbox.start(CHAIN)) {
      String[] tag = {"Tags.member.1.Key", "team", "Tags.member.1.Value", "a"};
      assertThat(assume(company.as("bob"), "arn:aws:iam::123456789012:role/first", tag).status())
          .isEqualTo(200);
      assertThat(
              assume(company.as("bob"), "arn:aws:iam::123456789012:role/untagged", tag).outcome())
          .contains("is not authorized to perform: sts:TagSession on resource: ");
    }
  }

  @Test
  void tags_that_differ_in_case_only_are_duplicates() {
    assertThat(
            assume(
                    mfaSession(),
                    ADMIN,
                    "Tags.member.1.Key",
                    "team",
                    "Tags.member.1.Value",
                    "a",
                    "Tags.member.2.Key",
                    "TEAM",
                    "Tags.member.2.Value",
                    "b")
                .outcome())
        .isEqualTo(
            "400 InvalidParameterValue: Duplicate tag keys found. Please note that Tag keys are"
                + " case insensitive.");
  }

  @Test
  void a_transitive_key_must_be_a_tag_of_the_call() {
    assertThat(assume(mfaSession(), ADMIN, "TransitiveTagKeys.member.1", "team").outcome())
        .isEqualTo(
            "400 InvalidParameterValue: The specified transitive tag key must be included in the"
                + " requested tags.");
  }

  @Test
  void the_trust_policy_of_the_next_role_sees_a_transitive_tag() {
    try (TestSandbox company = TestSandbox.start(CHAIN)) {
      TestClient first =
          assume(
                  company.as("bob"),
                  "arn:aws:iam::123456789012:role/first",
                  "Tags.member.1.Key",
                  "team",
                  "Tags.member.1.Value",
                  "a",
                  "TransitiveTagKeys.member.1",
                  "team")
              .session();
      assertThat(assume(first, "arn:aws:iam::123456789012:role/of-team-a").status()).isEqualTo(200);
      assertThat(assume(company.as("bob"), "arn:aws:iam::123456789012:role/of-team-a").status())
          .isEqualTo(403);
    }
  }

  @Test
  void a_role_session_ends_when_it_expires() {
    TestClient role = assume(mfaSession(), ADMIN, "DurationSeconds", "900").session();
    sandbox.pass(Duration.ofMinutes(15));
    assertThat(role.call("GetCallerIdentity").outcome())
        .isEqualTo("403 ExpiredToken: The security token included in the request is expired");
  }

  private TestClient mfaSession() {
    return alice
        .call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE))
        .session();
  }

  private String[] withCode() {
    return new String[] {"SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE)};
  }

  private static Answer assume(TestClient client, String role, String... parameters) {
    return client.call("AssumeRole", concat(parameters, "RoleArn", role, "RoleSessionName", "s1"));
  }

  private static String[] concat(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  private static String notAuthorized(String user, String role) {
    return "403 AccessDenied: User: arn:aws:iam::123456789012:user/%s is not authorized to perform:"
            .formatted(user)
        + " sts:AssumeRole on resource: "
        + role;
  }

  private static final String CHAIN =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Users":[{"UserName":"bob","Policies":[{"PolicyName":"sts","PolicyDocument":
          {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}
        }]}],
        "Roles":[
          {"RoleName":"first","MaxSessionDuration":43200,"AssumeRolePolicyDocument":
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
              "Principal":{"AWS":"123456789012"},
              "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}]},
            "Policies":[{"PolicyName":"sts","PolicyDocument":{"Version":"2012-10-17",
              "Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}}]},
          {"RoleName":"second","MaxSessionDuration":43200,"AssumeRolePolicyDocument":
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
              "Principal":{"AWS":"arn:aws:iam::123456789012:role/first"},
              "Action":["sts:AssumeRole","sts:SetSourceIdentity"]}]}},
          {"RoleName":"untagged"},
          {"RoleName":"pathed","Path":"/team/a/"},
          {"RoleName":"of-team-a","AssumeRolePolicyDocument":
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
              "Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
              "Condition":{"StringEquals":{"aws:PrincipalTag/team":"a"}}}]}}]}]}
      """;
}
