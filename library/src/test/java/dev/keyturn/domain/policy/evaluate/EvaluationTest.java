package dev.keyturn.domain.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  private static final String ACCOUNT = "123456789012";
  private static final Principal ALICE =
      Principal.user(ACCOUNT, "arn:aws:iam::123456789012:user/alice");
  private static final Principal SESSION =
      new Principal(
          ACCOUNT,
          "arn:aws:sts::123456789012:assumed-role/admin/work",
          "arn:aws:iam::123456789012:role/division/admin");
  private static final String ALLOW = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}";
  private static final String DENY = "{'Effect':'Deny','Action':'s3:*','Resource':'*'}";

  @Test
  void what_nothing_allows_is_denied() {
    assertThat(decide(PolicySet.of()))
        .isEqualTo(new Decision.ImplicitDeny(PolicyKind.IDENTITY, null));
  }

  @Test
  void the_statement_that_allows_is_named() {
    assertThat(decide(PolicySet.of(identity(DENY.replace("s3:*", "ec2:*"), ALLOW))))
        .asString()
        .contains("identity: statement 2 (line 3)");
  }

  @Test
  void a_deny_takes_precedence_in_any_policy() {
    PolicySet allowed = PolicySet.of(identity(ALLOW));
    assertDenied(PolicySet.of(identity(ALLOW, DENY)), PolicyKind.IDENTITY);
    assertDenied(allowed.withBoundary(boundary(ALLOW, DENY)), PolicyKind.BOUNDARY);
    assertDenied(allowed.withSession(session(ALLOW, DENY)), PolicyKind.SESSION);
    assertDenied(
        allowed.withResource(resource("*", DENY.substring(1, DENY.length() - 1))),
        PolicyKind.RESOURCE);
  }

  @Test
  void boundary_and_session_policies_limit_what_is_allowed() {
    PolicySet allowed = PolicySet.of(identity(ALLOW));
    Policy nothing = boundary(DENY.replace("s3:*", "ec2:*"));
    assertThat(decide(allowed.withBoundary(boundary(ALLOW))).isAllowed()).isTrue();
    assertMissing(allowed.withBoundary(nothing), PolicyKind.BOUNDARY);
    assertThat(decide(allowed.withSession(session(DENY.replace("s3:*", "a:b")), session(ALLOW))))
        .isInstanceOf(Decision.Allow.class);
    assertMissing(allowed.withSession(session(DENY.replace("s3:*", "a:b"))), PolicyKind.SESSION);
  }

  /** The table of the IAM User Guide for resource-based policies within one account. */
  @ParameterizedTest
  @CsvSource({
    "user,    arn:aws:iam::123456789012:user/alice,                      none,     true",
    "user,    arn:aws:iam::123456789012:user/alice,                      boundary, true",
    "user,    123456789012,                                              none,     false",
    "user,    arn:aws:iam::123456789012:root,                            none,     false",
    "user,    arn:aws:iam::123456789012:user/bob,                        none,     false",
    "user,    arn:aws:iam::210987654321:root,                            none,     false",
    "user,    *,                                                         boundary, true",
    "session, arn:aws:sts::123456789012:assumed-role/admin/work,         boundary, true",
    "session, arn:aws:iam::123456789012:role/division/admin,             none,     true",
    "session, arn:aws:iam::123456789012:role/division/admin,             boundary, false",
    "session, arn:aws:iam::123456789012:role/division/admin,             session,  false",
    "session, *,                                                         session,  true"
  })
  void a_resource_grants_more_the_closer_it_names_the_principal(
      String caller, String principal, String limit, boolean allowed) {
    PolicySet policies =
        PolicySet.of().withResource(resource(principal, ALLOW.substring(1, ALLOW.length() - 1)));
    Policy nothing = boundary(ALLOW.replace("s3:GetObject", "ec2:*"));
    if (limit.equals("boundary")) {
      policies = policies.withBoundary(nothing);
    } else if (limit.equals("session")) {
      policies = policies.withSession(nothing);
    }
    Principal by = caller.equals("user") ? ALICE : SESSION;
    assertThat(Evaluation.decide(policies, request(by, "s3:GetObject", "*")).isAllowed())
        .isEqualTo(allowed);
  }

  @Test
  void a_trust_policy_must_allow_whatever_the_user_is_allowed() {
    PolicySet permitted =
        PolicySet.of(identity("{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}"));
    assertAssumes(permitted.withResource(trust("123456789012")), true);
    assertAssumes(permitted.withResource(trust("arn:aws:iam::123456789012:user/bob")), false);
    assertAssumes(PolicySet.of().withResource(trust("123456789012")), false);
    assertAssumes(PolicySet.of().withResource(trust(ALICE.arn())), true);
  }

  private static void assertAssumes(PolicySet policies, boolean allowed) {
    AccessRequest request =
        request(ALICE, "sts:AssumeRole", "arn:aws:iam::123456789012:role/admin");
    assertThat(Evaluation.decide(policies, request).isAllowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "user,    arn:aws:iam::123456789012:user/alice,                         false",
    "user,    arn:aws:iam::123456789012:user/bob,                           true",
    "user,    123456789012,                                                 false",
    "session, arn:aws:iam::123456789012:role/division/admin,                false"
  })
  void NotPrincipal_denies_all_others(String caller, String principal, boolean denied) {
    Decision decision =
        Evaluation.decide(
            PolicySet.of(identity(ALLOW)).withResource(notPrincipal(principal)),
            request(caller.equals("user") ? ALICE : SESSION, "s3:GetObject", "*"));
    assertThat(decision.isAllowed()).isEqualTo(!denied);
  }

  /** "Permissions boundaries for IAM entities" in the IAM User Guide. */
  @Test
  void NotPrincipal_denies_every_principal_with_a_permissions_boundary() {
    PolicySet policies = PolicySet.of(identity(ALLOW)).withResource(notPrincipal(ALICE.arn()));
    assertThat(decide(policies).isAllowed()).isTrue();
    assertDenied(policies.withBoundary(boundary(ALLOW)), PolicyKind.RESOURCE);
  }

  @Test
  void a_condition_that_prevents_an_allow_is_named() {
    Decision decision =
        decide(
            PolicySet.of(
                identity(
                    ALLOW.replace(
                        "}", ",'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}"))));
    assertThat(decision)
        .asString()
        .contains("identity: statement 1 (line 2)", "Bool aws:MultiFactorAuthPresent true");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, true",
    "S3:getobject, true",
    "s3:Get*, true",
    "s3:?et*, true",
    "*, true",
    "*:*, true",
    "s3:GetObjectAcl, false",
    "s3:GetObj, false"
  })
  void actions_are_compared_ignoring_case(String pattern, boolean matches) {
    assertThat(decide(PolicySet.of(identity(ALLOW.replace("s3:GetObject", pattern)))).isAllowed())
        .isEqualTo(matches);
  }

  /** "Using wildcards in resource ARNs" in the IAM User Guide. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket/a/b, true",
        "arn:aws:s3:::bucket/*, arn:aws:s3:::bucket, false",
        "arn:aws:s3:::Bucket/*, arn:aws:s3:::bucket/a, false",
        "arn:aws:s3:::bucket/?, arn:aws:s3:::bucket/a, true",
        "arn:aws:s3:::bucket/${*}, arn:aws:s3:::bucket/a, false",
        "arn:aws:iam::*:user/alice, arn:aws:iam::123456789012:user/alice, true",
        "arn:aws:iam::*, arn:aws:iam::123456789012:user/alice, true",
        "arn:aws:iam, arn:aws:iam::123456789012:user/alice, true",
        "arn:aws:sqs:*, arn:aws:sqs:us-east-1:123456789012:queue, true",
        "arn:aws:sqs:us*1:123456789012:q, arn:aws:sqs:us-east-1:123456789012:q, true",
        "arn:aws:sqs:u*1:q, arn:aws:sqs:us-east-1:123456789012:1:q, false",
        "arn:aws:logs:*:*:log-group:a*:b, arn:aws:logs:e:1:log-group:a:x:b, true",
        "arn:aws:s3:::bucket/${aws:username}/*, arn:aws:s3:::bucket/alice/x, true",
        "arn:aws:s3:::bucket/${aws:PrincipalTag/no}/*, arn:aws:s3:::bucket//x, false",
        "`arn:aws:s3:::bucket/${aws:PrincipalTag/no, 'x'}/*`, arn:aws:s3:::bucket/x/x, true"
      })
  void resources_are_compared_segment_by_segment(String pattern, String resource, boolean matches) {
    Policy policy = identity(ALLOW.replace("'*'", "'" + pattern.replace("'", "#") + "'"));
    assertThat(
            Evaluation.decide(PolicySet.of(policy), request(ALICE, "s3:GetObject", resource))
                .isAllowed())
        .isEqualTo(matches);
  }

  @Test
  void a_Not_element_matches_all_else() {
    String others = "{'Effect':'Allow','NotAction':'iam:*','NotResource':'arn:aws:s3:::secret/*'}";
    PolicySet policies = PolicySet.of(identity(others));
    assertThat(decide(policies).isAllowed()).isTrue();
    assertThat(
            Evaluation.decide(policies, request(ALICE, "s3:GetObject", "arn:aws:s3:::secret/a"))
                .isAllowed())
        .isFalse();
    assertThat(Evaluation.decide(policies, request(ALICE, "iam:GetUser", "*")).isAllowed())
        .isFalse();
  }

  private static void assertDenied(PolicySet policies, PolicyKind kind) {
    assertThat(decide(policies))
        .isInstanceOfSatisfying(
            Decision.ExplicitDeny.class, deny -> assertThat(deny.kind()).isEqualTo(kind));
  }

  private static void assertMissing(PolicySet policies, PolicyKind kind) {
    assertThat(decide(policies))
        .isInstanceOfSatisfying(
            Decision.ImplicitDeny.class, deny -> assertThat(deny.kind()).isEqualTo(kind));
  }

  private static Decision decide(PolicySet policies) {
    return Evaluation.decide(
        policies, request(ALICE, "s3:GetObject", "arn:aws:s3:::bucket/notes.txt"));
  }

  private static AccessRequest request(Principal principal, String action, String resource) {
    RequestContext context = RequestContext.empty().with("aws:username", "alice");
    return new AccessRequest(principal, action, resource, context);
  }

  private static Policy identity(String... statements) {
    return policy("identity", PolicyKind.IDENTITY, statements);
  }

  private static Policy boundary(String... statements) {
    return policy("boundary", PolicyKind.BOUNDARY, statements);
  }

  private static Policy session(String... statements) {
    return policy("session", PolicyKind.SESSION, statements);
  }

  private static Policy resource(String principal, String elements) {
    return policy(
        "bucket",
        PolicyKind.RESOURCE,
        "{'Principal':{'AWS':'" + principal + "'}," + elements + "}");
  }

  private static Policy notPrincipal(String principal) {
    return policy(
        "bucket",
        PolicyKind.RESOURCE,
        "{'NotPrincipal':{'AWS':'"
            + principal
            + "'},'Effect':'Deny','Action':'s3:*','Resource':'*'}");
  }

  private static Policy trust(String principal) {
    return policy(
        "trust",
        PolicyKind.TRUST,
        "{'Principal':{'AWS':'" + principal + "'},'Effect':'Allow','Action':'sts:AssumeRole'}");
  }

  private static Policy policy(String name, PolicyKind kind, String... statements) {
    String document =
        "{'Version':'2012-10-17','Statement':[\n" + String.join(",\n", statements) + "]}";
    return Policy.parse(name, kind, document.replace('\'', '"').replace('#', '\''));
  }
}
