package dev.keyturn.domain.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {

  private static final String STOP =
      "{'Sid':'Stop','Effect':'Allow','Action':'ec2:StopInstances','Resource':'*',"
          + "'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}";

  @Test
  void the_statement_that_decides_is_named_or_what_it_requires() {
    CheckRow row = row(Checks.ofUser(STOP), "ec2:StopInstances");
    assertThat(row.verdict(Caller.SESSION_WITH_MFA).reason())
        .isEqualTo("allowed by user: Stop (line 2)");
    assertThat(row.verdict(Caller.LONG_TERM_KEY).reason())
        .isEqualTo(
            "no identity-based policy allows it; user: Stop (line 2) requires Bool"
                + " aws:MultiFactorAuthPresent true");
  }

  @Test
  void what_AWS_decides_by_the_credentials_alone_needs_no_statement() {
    PolicyCheck check =
        Checks.ofUser("{'Effect':'Deny','Action':['sts:*','iam:*'],'Resource':'*'}");
    CheckRow token = row(check, "sts:GetSessionToken");
    assertThat(token.verdict(Caller.LONG_TERM_KEY).isAllowed()).isTrue();
    assertThat(token.verdict(Caller.LONG_TERM_KEY).reason()).isEqualTo("needs no permission");
    assertThat(row(check, "iam:GetUser").verdict(Caller.SESSION_WITHOUT_MFA).reason())
        .isEqualTo("IAM cannot be called with a session that has no MFA");
    assertThat(row(check, "iam:GetUser").verdict(Caller.LONG_TERM_KEY).reason())
        .isEqualTo("denied by user: statement 1 (line 2)");
  }

  @Test
  void actions_that_a_policy_names_are_tried_on_what_it_names() {
    PolicyCheck check =
        Checks.ofUser(
            "{'Effect':'Allow','Action':['dynamodb:GetItem','dynamodb:Put*'],"
                + "'Resource':'arn:aws:dynamodb:*:*:table/${aws:username}-?'}");
    assertThat(row(check, "dynamodb:GetItem").probe().resource())
        .isEqualTo("arn:aws:dynamodb:example:example:table/alice-x");
    assertThat(row(check, "dynamodb:GetItem").verdict(Caller.LONG_TERM_KEY).isAllowed()).isTrue();
    assertThat(check.rows()).noneMatch(row -> row.probe().action().contains("Put*"));
  }

  @Test
  void the_user_and_the_role_have_their_own_policies() {
    Policy user = Checks.identity("user", "{'Effect':'Allow','Action':'ec2:*','Resource':'*'}");
    Policy role = Checks.identity("role", "{'Effect':'Allow','Action':'s3:*','Resource':'*'}");
    PolicyCheck check =
        Checks.of(new CheckedPolicies(PolicySet.of(user), PolicySet.of(role), null, null));
    assertThat(Checks.table(check))
        .isEqualTo(
            """
            sts:GetCallerIdentity                         always always always always
            sts:GetSessionToken                           always never  never  never
            s3:ListAllMyBuckets                           no     no     no     yes
            s3:ListBucket                                 no     no     no     yes
            s3:GetObject                                  no     no     no     yes
            s3:PutObject                                  no     no     no     yes
            ec2:DescribeInstances                         yes    yes    yes    no
            """);
  }

  @Test
  void what_a_change_would_allow_in_addition_is_listed() {
    PolicyCheck before = Checks.ofUser(STOP);
    PolicyCheck after = Checks.ofUser(STOP.replace("'Bool'", "'BoolIfExists'"));
    assertThat(after.widenedFrom(before))
        .containsExactly(
            new PolicyCheck.Widening(Caller.LONG_TERM_KEY, Probe.of("ec2:StopInstances", "*")));
    assertThat(before.widenedFrom(after)).isEmpty();
    assertThat(before.widenedFrom(before)).isEmpty();
  }

  @Test
  void a_trust_policy_is_checked_for_a_user_allowed_to_assume_roles() {
    Policy trust =
        Checks.policy(
            "trust",
            PolicyKind.TRUST,
            "{'Effect':'Allow','Principal':{'AWS':'123456789012'},'Action':'sts:AssumeRole',"
                + "'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}");
    PolicyCheck check = Checks.of(CheckedPolicies.of(trust, CheckedPolicies.Attachment.USER));
    assertThat(Checks.table(check))
        .contains(
            "sts:AssumeRole                                no     no     yes    no",
            "sts:AssumeRole (with an MFA code)             yes    yes    yes    no");
    assertThat(row(check, "sts:AssumeRole").verdict(Caller.LONG_TERM_KEY).reason())
        .isEqualTo(
            "no trust policy allows it; trust: statement 1 (line 2) requires Bool"
                + " aws:MultiFactorAuthPresent true");
  }

  @Test
  void each_trap_has_a_name_of_its_own_and_a_repair() {
    assertThat(Trap.values()).hasSize(10).extracting(Trap::id).doesNotHaveDuplicates();
    assertThat(Arrays.stream(Trap.values()).map(Trap::repair)).noneMatch(String::isBlank);
  }

  private static CheckRow row(PolicyCheck check, String action) {
    return check.rows().stream()
        .filter(row -> row.probe().action().equals(action))
        .findFirst()
        .orElseThrow();
  }
}
