package dev.keyturn.domain.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.evaluate.RequestContext;
import dev.keyturn.domain.profile.plan.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerContextTest {

  private static final Subject SUBJECT =
      new Subject(
          Partition.CHINA,
          "123456789012",
          "division/alice",
          "division/admin",
          "bucket",
          Map.of("team", "blue"));
  private static final Circumstances NOW =
      Circumstances.at(Instant.parse("2026-11-28T10:00:00.123Z"));

  @ParameterizedTest
  @CsvSource({
    "LONG_TERM_KEY,       -,     -,  -",
    "SESSION_WITHOUT_MFA, false, -,  2026-11-28T09:59:00Z",
    "SESSION_WITH_MFA,    true,  60, 2026-11-28T09:59:00Z",
    "ROLE_SESSION,        -,     -,  2026-11-28T09:59:00Z"
  })
  void mfa_keys_exist_for_sessions_of_a_user_only(
      Caller caller, String present, String age, String issued) {
    assertThat(value(caller, "aws:MultiFactorAuthPresent")).isEqualTo(present);
    assertThat(value(caller, "aws:MultiFactorAuthAge")).isEqualTo(age);
    assertThat(value(caller, "aws:TokenIssueTime")).isEqualTo(issued);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_TERM_KEY, alice, AIDACKCEVSQ6C2EXAMPLE,         User,        user/division/alice",
    "ROLE_SESSION,  -,     AROADBQP57FF2AEXAMPLE:session, AssumedRole, role/division/admin"
  })
  void a_user_has_a_name_and_a_role_session_an_id_with_its_own(
      Caller caller, String name, String id, String type, String arn) {
    assertThat(value(caller, "aws:username")).isEqualTo(name);
    assertThat(value(caller, "aws:userid")).isEqualTo(id);
    assertThat(value(caller, "aws:PrincipalType")).isEqualTo(type);
    assertThat(value(caller, "aws:PrincipalArn")).isEqualTo("arn:aws-cn:iam::123456789012:" + arn);
    assertThat(value(caller, "aws:PrincipalTag/team")).isEqualTo("blue");
  }

  @Test
  void the_arn_of_a_role_session_drops_the_path_of_the_role() {
    assertThat(Caller.ROLE_SESSION.principal(SUBJECT).arn())
        .isEqualTo("arn:aws-cn:sts::123456789012:assumed-role/admin/session");
  }

  @Test
  void a_code_in_the_call_itself_is_of_now() {
    RequestContext context =
        CallerContext.withCode(CallerContext.of(Caller.LONG_TERM_KEY, SUBJECT, NOW));
    assertThat(context.values("aws:MultiFactorAuthPresent")).containsExactly("true");
    assertThat(context.values("aws:MultiFactorAuthAge")).containsExactly("0");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG_TERM_KEY,       sts:GetCallerIdentity,  IDENTITY_FOR_EVERYBODY",
    "ROLE_SESSION,        sts:getcalleridentity,  IDENTITY_FOR_EVERYBODY",
    "LONG_TERM_KEY,       sts:GetSessionToken,    SESSION_FOR_EVERY_USER",
    "SESSION_WITH_MFA,    sts:GetSessionToken,    LONG_TERM_KEYS_ONLY",
    "ROLE_SESSION,        sts:GetFederationToken, LONG_TERM_KEYS_ONLY",
    "LONG_TERM_KEY,       sts:GetFederationToken, NONE",
    "SESSION_WITHOUT_MFA, sts:AssumeRole,         NONE",
    "SESSION_WITH_MFA,    sts:GetAccessKeyInfo,   STS_ROLES_ONLY",
    "ROLE_SESSION,        sts:GetAccessKeyInfo,   NONE",
    "SESSION_WITHOUT_MFA, iam:GetUser,            IAM_NEEDS_MFA",
    "SESSION_WITH_MFA,    iam:GetUser,            NONE",
    "LONG_TERM_KEY,       iam:GetUser,            NONE",
    "SESSION_WITHOUT_MFA, s3:GetObject,           NONE"
  })
  void some_calls_are_decided_by_the_credentials_alone(
      Caller caller, String action, CredentialRule rule) {
    assertThat(CredentialRule.of(caller, action)).isEqualTo(rule);
  }

  private static String value(Caller caller, String key) {
    List<String> values = CallerContext.of(caller, SUBJECT, NOW).values(key);
    return values.isEmpty() ? "-" : values.get(0);
  }
}
