package dev.keyturn.domain.policy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.policy.check.CheckedPolicies;
import dev.keyturn.domain.policy.check.CheckedPolicies.Attachment;
import dev.keyturn.domain.policy.check.Checks;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each template by itself and all together, for each caller: the tables say what they do. */
class PolicyTemplateTest {

  private static final TemplateValues VALUES = values(null, TrustLimits.NONE);

  @Test
  void self_service_needs_mfa_only_to_remove_a_device() {
    assertTable(
        alone(PolicyTemplate.SELF_SERVICE, Attachment.USER),
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        iam:GetUser                                   yes    never  yes    no
        iam:ChangePassword                            yes    never  yes    no
        iam:ListMFADevices                            yes    never  yes    no
        iam:CreateVirtualMFADevice                    yes    never  yes    no
        iam:CreateVirtualMFADevice (second device)    yes    never  yes    no
        iam:EnableMFADevice                           yes    never  yes    no
        iam:ResyncMFADevice                           yes    never  yes    no
        iam:DeactivateMFADevice                       no     never  yes    no
        iam:DeleteVirtualMFADevice                    yes    never  yes    no
        iam:ListAccessKeys                            yes    never  yes    no
        iam:CreateAccessKey                           yes    never  yes    no
        iam:UpdateAccessKey                           yes    never  yes    no
        iam:DeleteAccessKey                           yes    never  yes    no
        iam:GetAccountPasswordPolicy                  yes    never  yes    no
        iam:GetAccountSummary                         yes    never  yes    no
        iam:ListVirtualMFADevices                     yes    never  yes    no
        iam:GetAccessKeyLastUsed                      yes    never  yes    no
        iam:ListServiceSpecificCredentials            yes    never  yes    no
        iam:GetMFADevice                              yes    never  yes    no
        """);
  }

  /** Together with a policy that allows everything: what is left without MFA. */
  @Test
  void require_mfa_leaves_enrollment_and_sign_in_without_it() {
    Policy everything =
        Policy.parse(
            "everything",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
    assertTable(
        Checks.of(
            new CheckedPolicies(
                PolicySet.of(everything, policy(PolicyTemplate.REQUIRE_MFA)),
                PolicySet.of(),
                null,
                null)),
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        sts:AssumeRole                                deny   deny   yes    no
        sts:AssumeRole (with an MFA code)             yes    yes    yes    no
        signin:AuthorizeOAuth2Access                  yes    yes    yes    no
        signin:CreateOAuth2Token                      yes    yes    yes    no
        iam:GetUser                                   yes    never  yes    no
        iam:ChangePassword                            yes    never  yes    no
        iam:ListMFADevices                            yes    never  yes    no
        iam:CreateVirtualMFADevice                    yes    never  yes    no
        iam:CreateVirtualMFADevice (second device)    yes    never  yes    no
        iam:EnableMFADevice                           yes    never  yes    no
        iam:ResyncMFADevice                           yes    never  yes    no
        iam:DeactivateMFADevice                       deny   never  yes    no
        iam:DeleteVirtualMFADevice                    yes    never  yes    no
        iam:ListAccessKeys                            deny   never  yes    no
        iam:CreateAccessKey                           deny   never  yes    no
        iam:UpdateAccessKey                           deny   never  yes    no
        iam:DeleteAccessKey                           deny   never  yes    no
        iam:CreateAccessKey (another user)            deny   never  yes    no
        iam:DeactivateMFADevice (another user)        deny   never  yes    no
        iam:AttachUserPolicy                          deny   never  yes    no
        iam:CreateUser                                deny   never  yes    no
        s3:ListAllMyBuckets                           deny   deny   yes    no
        s3:ListBucket                                 deny   deny   yes    no
        s3:GetObject                                  deny   deny   yes    no
        s3:PutObject                                  deny   deny   yes    no
        ec2:DescribeInstances                         deny   deny   yes    no
        iam:GetAccountPasswordPolicy                  yes    never  yes    no
        iam:GetMFADevice                              yes    never  yes    no
        iam:ListVirtualMFADevices                     yes    never  yes    no
        """);
  }

  @Test
  void assume_role_allows_the_named_roles() {
    assertTable(
        alone(PolicyTemplate.ASSUME_ROLE, Attachment.USER),
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        sts:AssumeRole                                yes    yes    yes    no
        sts:AssumeRole (with an MFA code)             yes    yes    yes    no
        """);
  }

  @Test
  void aws_login_allows_its_two_calls() {
    assertTable(
        alone(PolicyTemplate.AWS_LOGIN, Attachment.USER),
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        signin:AuthorizeOAuth2Access                  yes    yes    yes    no
        signin:CreateOAuth2Token                      yes    yes    yes    no
        """);
  }

  @Test
  void role_trust_requires_mfa() {
    assertTable(
        alone(PolicyTemplate.ROLE_TRUST, Attachment.ROLE),
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        sts:AssumeRole                                no     no     yes    no
        sts:AssumeRole (with an MFA code)             yes    yes    yes    no
        """);
  }

  @Test
  void role_trust_with_a_maximum_age_takes_younger_sessions_only() {
    assertThat(takesSessionsOfOneMinute(TrustLimits.NONE)).isTrue();
    assertThat(takesSessionsOfOneMinute(new TrustLimits(Duration.ofSeconds(60), null))).isFalse();
    assertThat(takesSessionsOfOneMinute(new TrustLimits(Duration.ofSeconds(61), null))).isTrue();
  }

  @Test
  void role_trust_with_an_external_id_takes_no_call_without_it() {
    String document =
        PolicyTemplate.ROLE_TRUST.document(
            values("division/alice", new TrustLimits(Duration.ofHours(1), "a:b/c")));
    assertThat(document)
        .contains(
            "{\"AWS\": \"arn:aws:iam::123456789012:user/division/alice\"}",
            "\"NumericLessThan\": {\"aws:MultiFactorAuthAge\": \"3600\"}",
            "\"StringEquals\": {\"sts:ExternalId\": \"a:b/c\"}");
    assertThat(takesSessionsOfOneMinute(new TrustLimits(null, "id"))).isFalse();
  }

  private static boolean takesSessionsOfOneMinute(TrustLimits limits) {
    Policy trust =
        Policy.parse("trust", PolicyTemplate.ROLE_TRUST.document(values("alice", limits)));
    return Checks.table(Checks.of(CheckedPolicies.of(trust, Attachment.ROLE)))
        .contains("sts:AssumeRole                                no     no     yes    no");
  }

  @Test
  void role_permissions_and_bucket_policy_let_the_role_work_with_the_bucket() {
    String role =
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        s3:ListBucket                                 no     no     no     yes
        s3:GetObject                                  no     no     no     yes
        s3:PutObject                                  no     no     no     yes
        s3:GetBucketLocation                          no     no     no     yes
        s3:DeleteObject                               no     no     no     yes
        """;
    assertTable(alone(PolicyTemplate.ROLE_PERMISSIONS, Attachment.ROLE), role);
    assertTable(alone(PolicyTemplate.BUCKET_POLICY, Attachment.ROLE), role);
  }

  @Test
  void together_they_let_a_user_assume_the_role_with_mfa_only() {
    PolicyCheck check =
        Checks.of(
            new CheckedPolicies(
                PolicySet.of(
                    policy(PolicyTemplate.SELF_SERVICE),
                    policy(PolicyTemplate.REQUIRE_MFA),
                    policy(PolicyTemplate.ASSUME_ROLE),
                    policy(PolicyTemplate.AWS_LOGIN)),
                PolicySet.of(policy(PolicyTemplate.ROLE_PERMISSIONS)),
                policy(PolicyTemplate.ROLE_TRUST),
                policy(PolicyTemplate.BUCKET_POLICY)));
    assertTable(
        check,
        """
        sts:GetCallerIdentity                         always always always always
        sts:GetSessionToken                           always never  never  never
        sts:AssumeRole                                deny   deny   yes    no
        sts:AssumeRole (with an MFA code)             yes    yes    yes    no
        signin:AuthorizeOAuth2Access                  yes    yes    yes    no
        signin:CreateOAuth2Token                      yes    yes    yes    no
        iam:GetUser                                   yes    never  yes    no
        iam:ChangePassword                            yes    never  yes    no
        iam:ListMFADevices                            yes    never  yes    no
        iam:CreateVirtualMFADevice                    yes    never  yes    no
        iam:CreateVirtualMFADevice (second device)    yes    never  yes    no
        iam:EnableMFADevice                           yes    never  yes    no
        iam:ResyncMFADevice                           yes    never  yes    no
        iam:DeactivateMFADevice                       deny   never  yes    no
        iam:DeleteVirtualMFADevice                    yes    never  yes    no
        iam:ListAccessKeys                            deny   never  yes    no
        iam:CreateAccessKey                           deny   never  yes    no
        iam:UpdateAccessKey                           deny   never  yes    no
        iam:DeleteAccessKey                           deny   never  yes    no
        iam:CreateAccessKey (another user)            deny   never  no     no
        iam:DeactivateMFADevice (another user)        deny   never  no     no
        iam:AttachUserPolicy                          deny   never  no     no
        iam:CreateUser                                deny   never  no     no
        s3:ListAllMyBuckets                           deny   deny   no     no
        s3:ListBucket                                 deny   deny   no     yes
        s3:GetObject                                  deny   deny   no     yes
        s3:PutObject                                  deny   deny   no     yes
        ec2:DescribeInstances                         deny   deny   no     no
        iam:GetAccountPasswordPolicy                  yes    never  yes    no
        iam:GetAccountSummary                         deny   never  yes    no
        iam:ListVirtualMFADevices                     yes    never  yes    no
        iam:GetAccessKeyLastUsed                      deny   never  yes    no
        iam:ListServiceSpecificCredentials            deny   never  yes    no
        iam:GetMFADevice                              yes    never  yes    no
        s3:GetBucketLocation                          deny   deny   no     yes
        s3:DeleteObject                               deny   deny   no     yes
        """);
    assertThat(check.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PolicyTemplate.class)
  void no_template_falls_into_a_trap(PolicyTemplate template) {
    Attachment attachment =
        template == PolicyTemplate.ROLE_PERMISSIONS ? Attachment.ROLE : Attachment.USER;
    assertThat(alone(template, attachment).findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PolicyTemplate.class)
  void the_sandbox_takes_each_template_too(PolicyTemplate template) {
    String document =
        template.document(values("alice", new TrustLimits(Duration.ofHours(1), "id")));
    PolicyKind kind = PolicyKind.valueOf(template.kind().name());
    assertThatCode(() -> PolicyDocument.parse(document, kind)).doesNotThrowAnyException();
    assertThat(Policy.parse(template.id(), document).kind()).isEqualTo(template.kind());
  }

  /** 2048 characters without white space are the smallest limit: inline policies of a user. */
  @ParameterizedTest
  @EnumSource(PolicyTemplate.class)
  void each_template_is_short_enough_for_an_inline_policy(PolicyTemplate template) {
    String document = template.document(VALUES).replaceAll("\\s", "");
    assertThat(document.length()).isLessThan(2048);
  }

  @ParameterizedTest
  @EnumSource(
      value = PolicyTemplate.class,
      names = {"ASSUME_ROLE", "ROLE_PERMISSIONS", "BUCKET_POLICY"})
  void a_missing_value_is_reported_with_its_option(PolicyTemplate template) {
    TemplateValues none =
        new TemplateValues(Partition.AWS, "123456789012", null, List.of(), null, TrustLimits.NONE);
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> template.document(none))
        .withMessageMatching("the policy needs a (role|bucket)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"", "a*", "${aws:username}", "ä"})
  void no_name_can_change_the_meaning_of_a_policy(String name) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> values(name, TrustLimits.NONE))
        .withMessage("'" + name + "' is not a valid user name");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> values("alice", new TrustLimits(null, name)));
  }

  @Test
  void a_maximum_age_is_less_than_the_longest_session() {
    for (Duration age : List.of(Duration.ZERO, Duration.ofHours(36))) {
      assertThatExceptionOfType(FailureException.class)
          .isThrownBy(() -> values("alice", new TrustLimits(age, null)));
    }
  }

  @Test
  void a_template_is_found_by_its_name() {
    for (PolicyTemplate template : PolicyTemplate.values()) {
      assertThat(PolicyTemplate.byId(template.id())).isEqualTo(template);
    }
    assertThat(PolicyTemplate.byId("unknown")).isNull();
  }

  private static void assertTable(PolicyCheck check, String table) {
    assertThat(Checks.table(check)).isEqualTo(table);
  }

  private static PolicyCheck alone(PolicyTemplate template, Attachment attachment) {
    return Checks.of(CheckedPolicies.of(policy(template), attachment));
  }

  private static Policy policy(PolicyTemplate template) {
    return Policy.parse(template.id(), template.document(VALUES));
  }

  private static TemplateValues values(@Nullable String user, TrustLimits limits) {
    return new TemplateValues(
        Partition.AWS, "123456789012", user, List.of("admin"), "examplebucket", limits);
  }
}
