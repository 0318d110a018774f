package dev.keyturn.sandbox.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.policy.Decision.Allowed;
import dev.keyturn.sandbox.policy.Decision.Denied;
import dev.keyturn.sandbox.policy.Decision.ExplicitDeny;
import dev.keyturn.sandbox.policy.Decision.ImplicitDeny;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
  private static final String ACCOUNT = "123456789012";
  private static final String OTHER_ACCOUNT = "210987654321";
  private static final String ALICE_ARN = "arn:aws:iam::123456789012:user/alice";
  private static final Principal ALICE = Principal.of(ACCOUNT, ALICE_ARN);
  private static final Principal ADMIN_SESSION =
      new Principal(
          ACCOUNT,
          "arn:aws:sts::123456789012:assumed-role/admin/alice",
          "arn:aws:iam::123456789012:role/admin");
  private static final Principal ROOT = Principal.of(ACCOUNT, "arn:aws:iam::123456789012:root");

  private static final String OBJECT = "arn:aws:s3:::examplebucket/config.yml";
  private static final String ROLE = "arn:aws:iam::123456789012:role/admin";
  private static final String READ = "'Action':'s3:GetObject','Resource':'*'";
  private static final String ASSUME = "'Action':'sts:AssumeRole'";

  @Nested
  class IdentityBasedPolicies {

    @Test
    void nothing_is_allowed_without_a_policy() {
      assertThat(Policies.identity(List.of()).decide(read(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
    }

    @Test
    void a_statement_that_fits_allows() {
      assertThat(identity(allow(READ)).decide(read(ALICE))).isEqualTo(new Allowed());
    }

    @Test
    void a_deny_takes_precedence_over_any_allow() {
      assertThat(identity(allow(READ), deny(READ)).decide(read(ALICE)))
          .isEqualTo(new ExplicitDeny(PolicyKind.IDENTITY, null));
    }

    /** As AWS completes it: with stars. */
    @ParameterizedTest
    @CsvSource({
      "Resource, arn:aws:s3, true",
      "Resource, arn:*:s3, true",
      "Resource, arn:aws:sqs, false",
      "Resource, arn:aws:s3:::, false",
      "NotResource, arn:aws:s3, false",
      "NotResource, arn:aws:sqs, true"
    })
    void a_short_arn_names_all_that_begins_so(String element, String arn, boolean allowed) {
      assertAllowed(allow("'Action':'*','%s':'%s'".formatted(element, arn)), allowed);
    }

    @ParameterizedTest
    @CsvSource({
      "S3:getobject, true",
      "s3:Get*, true",
      "s3:?etObject, true",
      "*, true",
      "s3:*, true",
      "s3:PutObject, false",
      "iam:*, false"
    })
    void actions_fit_without_regard_to_case(String action, boolean allowed) {
      assertAllowed(allow("'Action':'%s','Resource':'*'".formatted(action)), allowed);
    }

    @ParameterizedTest
    @CsvSource({
      "arn:aws:s3:::examplebucket/*, true",
      "arn:aws:s3:::ExampleBucket/*, false",
      "arn:aws:s3:::examplebucket, false"
    })
    void resources_fit_with_regard_to_case(String resource, boolean allowed) {
      assertAllowed(allow("'Action':'s3:GetObject','Resource':'%s'".formatted(resource)), allowed);
    }

    @ParameterizedTest
    @CsvSource({"iam:*, true", "s3:*, false"})
    void not_action_fits_every_other_action(String action, boolean allowed) {
      assertAllowed(allow("'NotAction':'%s','Resource':'*'".formatted(action)), allowed);
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:s3:::other/*, true", "arn:aws:s3:::examplebucket/*, false"})
    void not_resource_fits_every_other_resource(String resource, boolean allowed) {
      assertAllowed(
          allow("'Action':'s3:GetObject','NotResource':'%s'".formatted(resource)), allowed);
    }

    @Test
    void all_conditions_must_be_met() {
      String statement =
          READ
              + ",'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'},"
              + "'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'}}";
      RequestContext present = RequestContext.empty().with("aws:MultiFactorAuthPresent", "true");
      assertThat(identity(allow(statement)).decide(read(ALICE, present)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
      assertThat(
              identity(allow(statement))
                  .decide(read(ALICE, present.with("aws:MultiFactorAuthAge", "12"))))
          .isEqualTo(new Allowed());
    }

    @Test
    void the_account_root_needs_no_policy() {
      assertThat(Policies.identity(List.of()).decide(read(ROOT))).isEqualTo(new Allowed());
    }

    private void assertAllowed(String statement, boolean allowed) {
      assertThat(identity(statement).decide(read(ALICE)) instanceof Allowed).isEqualTo(allowed);
    }
  }

  @Nested
  class PoliciesThatNarrow {

    @Test
    void a_session_policy_must_allow_too() {
      assertThat(identity(allow(READ)).withSession(List.of()).decide(read(ADMIN_SESSION)))
          .isEqualTo(new ImplicitDeny(PolicyKind.SESSION));
    }

    @Test
    void a_session_policy_grants_nothing_of_its_own() {
      assertThat(
              Policies.identity(List.of())
                  .withSession(List.of(parse(PolicyKind.SESSION, allow(READ))))
                  .decide(read(ADMIN_SESSION)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
    }

    @Test
    void what_identity_and_session_policy_allow_is_allowed() {
      assertThat(
              identity(allow(READ))
                  .withSession(List.of(parse(PolicyKind.SESSION, allow(READ))))
                  .decide(read(ADMIN_SESSION)))
          .isEqualTo(new Allowed());
    }

    @Test
    void a_boundary_must_allow_too() {
      PolicyDocument boundary =
          parse(PolicyKind.BOUNDARY, allow("'Action':'iam:*','Resource':'*'"));
      assertThat(identity(allow(READ)).withBoundary(boundary).decide(read(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.BOUNDARY));
    }

    @ParameterizedTest
    @EnumSource(
        value = PolicyKind.class,
        names = {"SESSION", "BOUNDARY"})
    void their_deny_takes_precedence(PolicyKind kind) {
      PolicyDocument document = parse(kind, deny(READ));
      Policies policies = identity(allow(READ));
      Policies narrowed =
          kind == PolicyKind.SESSION
              ? policies.withSession(List.of(document))
              : policies.withBoundary(document);
      assertThat(narrowed.decide(read(ADMIN_SESSION))).isEqualTo(new ExplicitDeny(kind, null));
    }
  }

  @Nested
  class ResourceBasedPolicies {

    @Test
    void a_named_user_of_the_account_needs_no_policy_of_their_own() {
      assertThat(bucket(ALICE_ARN).decide(read(ALICE))).isEqualTo(new Allowed());
    }

    @Test
    void a_named_account_leaves_the_decision_to_its_own_policies() {
      assertThat(bucket(ACCOUNT).decide(read(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
    }

    @Test
    void a_named_role_is_still_narrowed_by_the_session_policy() {
      assertThat(bucket(ROLE).withSession(List.of()).decide(read(ADMIN_SESSION)))
          .isEqualTo(new ImplicitDeny(PolicyKind.SESSION));
    }

    @Test
    void a_named_session_is_not_narrowed() {
      assertThat(bucket(ADMIN_SESSION.arn()).withSession(List.of()).decide(read(ADMIN_SESSION)))
          .isEqualTo(new Allowed());
    }

    @Test
    void another_account_needs_both_sides() {
      Principal stranger = Principal.of(OTHER_ACCOUNT, "arn:aws:iam::210987654321:user/bob");
      Policies resourceOnly = bucket(stranger.arn());
      assertThat(resourceOnly.decide(read(stranger)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
      assertThat(identity(allow(READ)).decide(read(stranger)))
          .isEqualTo(new ImplicitDeny(PolicyKind.RESOURCE));
      assertThat(
              new Policies(identity(allow(READ)).identity(), null, null, resourceOnly.resource())
                  .decide(read(stranger)))
          .isEqualTo(new Allowed());
    }

    @ParameterizedTest
    @CsvSource({ALICE_ARN + ", false", "arn:aws:iam::123456789012:user/bob, true"})
    void not_principal_denies_everybody_else(String spared, boolean denied) {
      PolicyDocument document =
          parse(PolicyKind.RESOURCE, deny(READ + ",'NotPrincipal':{'AWS':'" + spared + "'}"));
      assertThat(
              identity(allow(READ)).withResource(document).decide(read(ALICE))
                  instanceof ExplicitDeny)
          .isEqualTo(denied);
    }

    @Test
    void not_principal_denies_every_principal_with_a_permissions_boundary() {
      PolicyDocument document =
          parse(PolicyKind.RESOURCE, deny(READ + ",'NotPrincipal':{'AWS':'" + ALICE_ARN + "'}"));
      Policies policies = identity(allow(READ)).withResource(document);
      assertThat(policies.decide(read(ALICE))).isEqualTo(new Allowed());
      assertThat(policies.withBoundary(parse(PolicyKind.BOUNDARY, allow(READ))).decide(read(ALICE)))
          .isEqualTo(new ExplicitDeny(PolicyKind.RESOURCE, null));
    }

    @Test
    void everybody_is_every_session_too_which_its_session_policy_does_not_narrow() {
      assertThat(bucket("*").withSession(List.of()).decide(read(ADMIN_SESSION)))
          .isEqualTo(new Allowed());
    }

    private Policies bucket(String principal) {
      return Policies.identity(List.of())
          .withResource(
              parse(PolicyKind.RESOURCE, allow(READ + ",'Principal':{'AWS':'" + principal + "'}")));
    }
  }

  @Nested
  class TrustPolicies {

    @ParameterizedTest
    @ValueSource(strings = {ALICE_ARN, "*"})
    void naming_the_caller_is_enough_within_an_account(String principal) {
      assertThat(trust(principal).decide(assume(ALICE))).isEqualTo(new Allowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCOUNT, "arn:aws:iam::123456789012:root"})
    void naming_the_account_leaves_the_decision_to_the_identity_policy(String principal) {
      assertThat(trust(principal).decide(assume(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
      assertThat(
              identity(allow(ASSUME + ",'Resource':'*'"))
                  .withResource(trustPolicy(principal))
                  .decide(assume(ALICE)))
          .isEqualTo(new Allowed());
    }

    @Test
    void an_identity_policy_alone_is_not_enough() {
      assertThat(
              identity(allow("'Action':'*','Resource':'*'"))
                  .withResource(trustPolicy("arn:aws:iam::123456789012:user/bob"))
                  .decide(assume(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.TRUST));
    }

    @Test
    void another_account_needs_both_sides() {
      Principal stranger = Principal.of(OTHER_ACCOUNT, "arn:aws:iam::210987654321:user/bob");
      assertThat(trust(stranger.arn()).decide(assume(stranger)))
          .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY));
    }

    @Test
    void a_trusted_service_is_not_a_caller_here() {
      PolicyDocument document =
          parse(PolicyKind.TRUST, allow(ASSUME + ",'Principal':{'Service':'ec2.amazonaws.com'}"));
      assertThat(
              identity(allow("'Action':'*','Resource':'*'"))
                  .withResource(document)
                  .decide(assume(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.TRUST));
    }

    @Test
    void a_condition_of_the_trust_policy_must_be_met() {
      PolicyDocument document =
          parse(
              PolicyKind.TRUST,
              allow(
                  ASSUME
                      + ",'Principal':{'AWS':'*'},"
                      + "'Condition':{'StringEquals':{'sts:ExternalId':'example'}}"));
      assertThat(identity().withResource(document).decide(assume(ALICE)))
          .isEqualTo(new ImplicitDeny(PolicyKind.TRUST));
      assertThat(
              identity()
                  .withResource(document)
                  .decide(assume(ALICE, RequestContext.empty().with("sts:ExternalId", "example"))))
          .isEqualTo(new Allowed());
    }

    @Test
    void a_deny_of_the_trust_policy_takes_precedence() {
      PolicyDocument document =
          parse(
              PolicyKind.TRUST,
              allow(ASSUME + ",'Principal':'*'"),
              deny(ASSUME + ",'Principal':'*'"));
      assertThat(
              identity(allow("'Action':'*','Resource':'*'"))
                  .withResource(document)
                  .decide(assume(ALICE)))
          .isEqualTo(new ExplicitDeny(PolicyKind.TRUST, null));
    }

    private Policies trust(String principal) {
      return identity().withResource(trustPolicy(principal));
    }

    private PolicyDocument trustPolicy(String principal) {
      return parse(PolicyKind.TRUST, allow(ASSUME + ",'Principal':{'AWS':'" + principal + "'}"));
    }
  }

  @Nested
  class Messages {

    @Test
    void an_implicit_deny_names_the_kind_of_policy_that_allows_nothing() {
      AuthorizationRequest request =
          new AuthorizationRequest(
              ALICE, "s3:ListAllMyBuckets", "*", ACCOUNT, RequestContext.empty());
      assertThat(message(Policies.identity(List.of()), request))
          .isEqualTo(
              "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                  + " s3:ListAllMyBuckets because no identity-based policy allows"
                  + " the s3:ListAllMyBuckets action");
    }

    @Test
    void an_explicit_deny_names_the_kind_of_policy_that_denies() {
      assertThat(message(identity(deny(READ)), read(ALICE)))
          .isEqualTo(
              "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                  + " s3:GetObject on resource: \"arn:aws:s3:::examplebucket/config.yml\" with an"
                  + " explicit deny in an identity-based policy");
    }

    @ParameterizedTest
    @CsvSource({
      "SESSION, no session policy, a session policy",
      "BOUNDARY, no permissions boundary, a permissions boundary",
      "RESOURCE, no resource-based policy, a resource-based policy"
    })
    void every_kind_has_its_name(PolicyKind kind, String nothingAllows, String denies) {
      assertThat(new ImplicitDeny(kind).message(read(ALICE)))
          .endsWith(" because %s allows the s3:GetObject action".formatted(nothingAllows));
      assertThat(new ExplicitDeny(kind, null).message(read(ALICE)))
          .endsWith(" with an explicit deny in " + denies);
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY, an identity-based policy", "BOUNDARY, a permissions boundary"})
    void an_explicit_deny_names_the_managed_policy_within_an_account(PolicyKind kind, String name) {
      String arn = "arn:aws:iam::123456789012:policy/mfa";
      PolicyDocument document = parse(kind, deny(READ)).from(new PolicySource("mfa", arn));
      Policies policies =
          kind == PolicyKind.BOUNDARY
              ? identity(allow(READ)).withBoundary(document)
              : Policies.identity(List.of(document));
      assertThat(message(policies, read(ALICE)))
          .endsWith("/config.yml\" with an explicit deny in " + name + ": " + arn);
      AuthorizationRequest elsewhere =
          new AuthorizationRequest(
              ALICE, "s3:GetObject", OBJECT, "210987654321", RequestContext.empty());
      assertThat(message(policies, elsewhere)).endsWith(" with an explicit deny in " + name);
    }

    @Test
    void a_role_that_cannot_be_assumed_gives_no_reason() {
      assertThat(new ImplicitDeny(PolicyKind.TRUST).message(assume(ALICE)))
          .isEqualTo(
              "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                  + " sts:AssumeRole on resource: arn:aws:iam::123456789012:role/admin");
    }

    private String message(Policies policies, AuthorizationRequest request) {
      return ((Denied) policies.decide(request)).message(request);
    }
  }

  private static AuthorizationRequest read(Principal principal) {
    return read(principal, RequestContext.empty());
  }

  private static AuthorizationRequest read(Principal principal, RequestContext context) {
    return new AuthorizationRequest(principal, "s3:GetObject", OBJECT, ACCOUNT, context);
  }

  private static AuthorizationRequest assume(Principal principal) {
    return assume(principal, RequestContext.empty());
  }

  private static AuthorizationRequest assume(Principal principal, RequestContext context) {
    return new AuthorizationRequest(principal, "sts:AssumeRole", ROLE, ACCOUNT, context);
  }

  private static Policies identity(String... statements) {
    return Policies.identity(
        statements.length == 0 ? List.of() : List.of(parse(PolicyKind.IDENTITY, statements)));
  }

  private static String allow(String rest) {
    return "{'Effect':'Allow'," + rest + "}";
  }

  private static String deny(String rest) {
    return "{'Effect':'Deny'," + rest + "}";
  }

  private static PolicyDocument parse(PolicyKind kind, String... statements) {
    String document = "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
    return PolicyDocument.parse(document.replace('\'', '"'), kind);
  }
}
