package dev.keyturn.domain.policy.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {

  private static final String TRUST =
      "{'Sid':'Assume','Effect':'Allow','Principal':{'AWS':'123456789012'},"
          + "'Action':'sts:AssumeRole','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}"
          + ",'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'}"
          + ",'StringEquals':{'sts:ExternalId':'abc'}}}";

  private static final String ALLOW =
      "{'Sid':'Work','Effect':'Allow','Action':['s3:GetObject','s3:PutObject'],"
          + "'Resource':'arn:aws:s3:::bucket/*'}";

  private static final String DENY =
      "{'Sid':'NoMfa','Effect':'Deny','NotAction':['iam:GetUser','sts:GetSessionToken'],"
          + "'Resource':'*','Condition':{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}";

  private static List<String> trust(String before, String after) {
    return change(PolicyKind.TRUST, before, after);
  }

  private static List<String> identity(String before, String after) {
    return change(PolicyKind.IDENTITY, before, after);
  }

  private static List<String> change(PolicyKind kind, String before, String after) {
    return new PolicyChange(policy(kind, before), policy(kind, after)).lessStrict();
  }

  private static Policy policy(PolicyKind kind, String statements) {
    String document = "{'Version':'2012-10-17','Statement':[" + statements + "]}";
    return Policy.parse("policy", kind, document.replace('\'', '"'));
  }

  @Test
  void the_same_is_not_less_strict() {
    assertThat(trust(TRUST, TRUST)).isEmpty();
    assertThat(identity(ALLOW + "," + DENY, DENY + "," + ALLOW.replace("Work", "W"))).isEmpty();
  }

  @Test
  void a_condition_that_was_removed() {
    assertThat(
            trust(TRUST, TRUST.replace(",'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'}", "")))
        .containsExactly("Assume no longer requires NumericLessThan aws:MultiFactorAuthAge 3600");
    assertThat(trust(TRUST, TRUST.replace(",'StringEquals':{'sts:ExternalId':'abc'}", "")))
        .containsExactly("Assume no longer requires StringEquals sts:ExternalId abc");
    assertThat(trust(TRUST, TRUST.replace("'Bool':{'aws:MultiFactorAuthPresent':'true'},", "")))
        .containsExactly("Assume no longer requires Bool aws:MultiFactorAuthPresent true");
    assertThat(trust(TRUST, TRUST.replace("'Bool'", "'BoolIfExists'")))
        .containsExactly("Assume no longer requires Bool aws:MultiFactorAuthPresent true");
  }

  @Test
  void a_condition_that_more_requests_meet() {
    assertThat(trust(TRUST, TRUST.replace("3600", "7200")))
        .containsExactly(
            "Assume requires NumericLessThan aws:MultiFactorAuthAge 7200 instead of 3600");
    assertThat(trust(TRUST, TRUST.replace("'abc'", "['abc','def']")))
        .containsExactly("Assume requires StringEquals sts:ExternalId abc, def instead of abc");
  }

  @Test
  void a_condition_that_fewer_requests_meet_is_not_listed() {
    assertThat(trust(TRUST, TRUST.replace("3600", "900.5"))).isEmpty();
    assertThat(trust(TRUST.replace("'abc'", "['abc','def']"), TRUST)).isEmpty();
    assertThat(trust(TRUST.replace("'Bool'", "'BoolIfExists'"), TRUST)).isEmpty();
    assertThat(trust(TRUST.replace(",'StringEquals':{'sts:ExternalId':'abc'}", ""), TRUST))
        .isEmpty();
  }

  @Test
  void other_principals_and_actions_of_a_trust_policy() {
    assertThat(trust(TRUST, TRUST.replace("'123456789012'", "['123456789012','210987654321']")))
        .containsExactly("Assume also applies to 210987654321");
    assertThat(trust(TRUST, TRUST.replace("'sts:AssumeRole'", "['sts:TagSession','sts:*']")))
        .containsExactly("Assume also allows sts:TagSession, sts:*");
  }

  @Test
  void actions_and_resources_that_are_added() {
    assertThat(identity(ALLOW, ALLOW.replace("'s3:PutObject'", "'S3:putobject','s3:*'")))
        .containsExactly("Work also allows s3:*");
    assertThat(identity(ALLOW, ALLOW.replace("bucket/*", "bucket*")))
        .containsExactly("Work also applies to arn:aws:s3:::bucket*");
    assertThat(identity(ALLOW, ALLOW.replace("bucket/*", "bucket/${aws:username}/*"))).isEmpty();
    assertThat(identity(ALLOW.replace("'s3:PutObject'", "'s3:*'"), ALLOW)).isEmpty();
    assertThat(identity(ALLOW, ALLOW.replace("'Action'", "'NotAction'")))
        .containsExactly("Work also allows everything except s3:GetObject, s3:PutObject");
  }

  @Test
  void a_statement_that_is_added_or_split() {
    String more = "{'Effect':'Allow','Action':'ec2:RunInstances','Resource':'*'}";
    assertThat(identity(ALLOW, ALLOW + "," + more))
        .containsExactly("statement 2 allows ec2:RunInstances on *");
    String reading = ALLOW.replace(",'s3:PutObject'", "");
    String writing = ALLOW.replace("'s3:GetObject',", "").replace("Work", "Write");
    assertThat(identity(reading + "," + writing, ALLOW)).isEmpty();
    assertThat(identity(ALLOW, reading + "," + writing)).isEmpty();
  }

  @Test
  void a_denial_that_was_removed() {
    assertThat(identity(ALLOW + "," + DENY, ALLOW))
        .containsExactly(
            "NoMfa no longer denies everything except iam:GetUser, sts:GetSessionToken on *");
    assertThat(identity(DENY, DENY.replace("'iam:GetUser'", "'iam:GetUser','iam:*'")))
        .containsExactly(
            "NoMfa no longer denies everything except iam:GetUser, sts:GetSessionToken");
    assertThat(identity(DENY, DENY.replace("'iam:GetUser',", ""))).isEmpty();
    assertThat(identity(DENY, DENY.replace("'*'", "'arn:aws:s3:::a'")))
        .containsExactly("NoMfa no longer applies to *");
    assertThat(identity(DENY, DENY.replace("BoolIfExists", "Bool")))
        .containsExactly("NoMfa now denies only if Bool aws:MultiFactorAuthPresent false");
    assertThat(identity(DENY.replace("BoolIfExists", "Bool"), DENY)).isEmpty();
  }

  @Test
  void a_variable_that_an_older_version_takes_as_text_is_another_resource() {
    String own = ALLOW.replace("bucket/*", "bucket/${aws:username}");
    Policy old =
        Policy.parse(
            "policy",
            PolicyKind.IDENTITY,
            ("{'Version':'2008-10-17','Statement':[" + own + "]}").replace('\'', '"'));
    assertThat(new PolicyChange(old, policy(PolicyKind.IDENTITY, own)).lessStrict())
        .containsExactly("Work also applies to arn:aws:s3:::bucket/${aws:username}");
  }
}
