package dev.keyturn.sandbox.iam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationsTest {
  private static final String READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\","
          + "\"Resource\":\"arn:aws:s3:::examplebucket/*\"}}";
  private static final String DENY_WITHOUT_MFA =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\","
          + "\"Resource\":\"*\",\"Condition\":"
          + "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}}}";
  private static final String OBJECT = "arn:aws:s3:::examplebucket/config.yml";

  private final IamCalls iam = new IamCalls();

  @BeforeEach
  void giveTheUserReadAccessWithMfa() {
    put("read", READ);
    put("mfa", DENY_WITHOUT_MFA);
  }

  @ParameterizedTest
  @CsvSource({
    "true, s3:GetObject, allowed",
    "true, s3:PutObject, implicitDeny",
    "false, s3:GetObject, explicitDeny"
  })
  void the_policies_of_a_user_are_tried_out(String mfa, String action, String decision) {
    assertThat(
            simulate(
                action,
                "ContextEntries.member.1.ContextKeyName",
                "aws:MultiFactorAuthPresent",
                "ContextEntries.member.1.ContextKeyType",
                "boolean",
                "ContextEntries.member.1.ContextKeyValues.member.1",
                mfa))
        .isEqualTo(decision);
  }

  @Test
  void a_key_nobody_gives_is_absent() {
    assertThat(simulate("s3:GetObject")).isEqualTo("explicitDeny");
  }

  @Test
  void a_boundary_counts() {
    iam.call("DeleteUserPolicy", "UserName", "admin", "PolicyName", "mfa");
    assertThat(simulate("s3:GetObject")).isEqualTo("allowed");
    iam.call(
        "PutUserPermissionsBoundary",
        "UserName",
        "admin",
        "PermissionsBoundary",
        "arn:aws:iam::aws:policy/IAMFullAccess");
    assertThat(simulate("s3:GetObject")).isEqualTo("implicitDeny");
  }

  @Test
  void documents_are_tried_out_without_a_user() {
    assertThat(
            iam.call(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                READ,
                "ActionNames.member.1",
                "s3:GetObject",
                "ActionNames.member.2",
                "s3:GetObjectTagging",
                "ResourceArns.member.1",
                OBJECT))
        .containsEntry("EvaluationResults.1.EvalDecision", "allowed")
        .containsEntry("EvaluationResults.2.EvalActionName", "s3:GetObjectTagging")
        .containsEntry("EvaluationResults.2.EvalResourceName", OBJECT)
        .containsEntry("IsTruncated", "false");
  }

  @Test
  void a_document_that_AWS_would_refuse_is_refused() {
    assertThat(
            iam.refusal(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                "{}",
                "ActionNames.member.1",
                "s3:GetObject"))
        .isEqualTo("400 InvalidInput Syntax errors in policy.");
  }

  @Test
  void nothing_is_tried_out_without_documents_and_actions() {
    assertThat(iam.refusal("SimulateCustomPolicy"))
        .isEqualTo(
            "400 ValidationError 2 validation errors detected: Value at 'policyInputList' failed to"
                + " satisfy constraint: Member must not be null; Value at 'actionNames' failed to"
                + " satisfy constraint: Member must not be null");
  }

  @Test
  void policies_of_another_account_are_not_simulated() {
    String other = "arn:aws:iam::999999999999:user/admin";
    assertThat(refusal(other))
        .isEqualTo(
            "400 InvalidInput Invalid Policy Source Arn: caller's account 123456789012 does not"
                + " have access to policies in account 999999999999");
  }

  @Test
  void nobody_has_no_policies() {
    assertThat(refusal(iam.arn("user/nobody")))
        .isEqualTo("404 NoSuchEntity The user with name nobody cannot be found.");
  }

  @Test
  void a_session_is_not_an_entity_with_policies() {
    String session = "arn:aws:sts::123456789012:assumed-role/u-admin/botocore-session-0987654321";
    assertThat(refusal(session))
        .isEqualTo(
            "400 InvalidInput Invalid Entity Arn: "
                + session
                + " does not clearly define entity type and name.");
  }

  /** AWS CLI reference, simulate-custom-policy, example 1. */
  @Test
  void a_matched_statement_has_a_place_in_its_document() {
    String document =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
            + "\"Resource\":\"*\",\"Condition\":"
            + "{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2018-08-16T12:00:00Z\"}}}}";
    assertThat(
            iam.call(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                document,
                "ActionNames.member.1",
                "dynamodb:CreateBackup",
                "ContextEntries.member.1.ContextKeyName",
                "aws:CurrentTime",
                "ContextEntries.member.1.ContextKeyValues.member.1",
                "2019-04-25T11:00:00Z"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "EvaluationResults.1.EvalActionName",
                "dynamodb:CreateBackup",
                "EvaluationResults.1.EvalResourceName",
                "*",
                "EvaluationResults.1.EvalDecision",
                "allowed",
                "EvaluationResults.1.MatchedStatements.1.SourcePolicyId",
                "PolicyInputList.1",
                "EvaluationResults.1.MatchedStatements.1.SourcePolicyType",
                "IAM Policy",
                "EvaluationResults.1.MatchedStatements.1.StartPosition.Line",
                "1",
                "EvaluationResults.1.MatchedStatements.1.StartPosition.Column",
                "38",
                "EvaluationResults.1.MatchedStatements.1.EndPosition.Line",
                "1",
                "EvaluationResults.1.MatchedStatements.1.EndPosition.Column",
                "167",
                "IsTruncated",
                "false"));
  }

  @Test
  void a_deny_is_named_before_what_it_overrides() {
    Map<String, String> answer =
        custom(
            "ResourcePolicy",
            """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":"*","Action":"s3:List*","Resource":"*"},
              {"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}\
            """,
            "CallerArn",
            iam.arn("user/admin"));
    assertThat(answer)
        .containsEntry("EvaluationResults.1.EvalDecision", "explicitDeny")
        .containsEntry("EvaluationResults.1.MatchedStatements.1.SourcePolicyId", "ResourcePolicy")
        .containsEntry(
            "EvaluationResults.1.MatchedStatements.1.SourcePolicyType", "Resource Policy")
        .containsEntry("EvaluationResults.1.MatchedStatements.1.StartPosition.Line", "2")
        .containsEntry("EvaluationResults.1.MatchedStatements.1.StartPosition.Column", "72")
        .containsEntry("EvaluationResults.1.MatchedStatements.1.EndPosition.Line", "3")
        .containsEntry(
            "EvaluationResults.1.MatchedStatements.2.SourcePolicyId", "PolicyInputList.1");
  }

  @Test
  void a_policy_of_a_resource_is_tried_for_a_user() {
    String[] policy = {
      "ResourcePolicy",
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
      "PolicyInputList.member.1",
      READ,
      "ActionNames.member.1",
      "s3:GetObject"
    };
    String[] ofRole = Arrays.copyOf(policy, policy.length + 2);
    ofRole[policy.length] = "CallerArn";
    ofRole[policy.length + 1] = iam.arn("role/admin");
    assertThat(iam.refusal("SimulateCustomPolicy", policy))
        .isEqualTo("400 InvalidInput Invalid caller - Caller cannot be null or empty.");
    assertThat(iam.refusal("SimulateCustomPolicy", ofRole))
        .isEqualTo("400 InvalidInput Invalid caller - Caller must be an IAM user in this context.");
  }

  /** IAM API, EvaluationResult: there and empty with a resource, not there for all resources. */
  @Test
  void within_one_account_a_decision_has_no_details() {
    assertThat(
            iam.body(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                READ,
                "ActionNames.member.1",
                "s3:GetObject",
                "ResourceArns.member.1",
                OBJECT))
        .containsOnlyOnce("<EvalDecisionDetails></EvalDecisionDetails>");
    assertThat(
            iam.body(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                READ,
                "ActionNames.member.1",
                "s3:GetObject"))
        .doesNotContain("EvalDecisionDetails");
  }

  @Test
  void across_accounts_the_details_say_what_each_side_decides() {
    assertThat(
            iam.body(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1",
                READ,
                "ActionNames.member.1",
                "s3:GetObject",
                "ResourceArns.member.1",
                OBJECT,
                "ResourceOwner",
                "arn:aws:iam::999999999999:root",
                "CallerArn",
                iam.arn("user/admin"),
                "ResourcePolicy",
                "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"))
        .contains(
            "<EvalDecisionDetails><entry><key>IAM Policy</key><value>allowed</value></entry>"
                + "<entry><key>Resource Policy</key><value>explicitDeny</value></entry>"
                + "</EvalDecisionDetails>");
  }

  /** "The top-level EvalDecision reflects the most restrictive decision across all resources." */
  @Test
  void several_resources_have_a_decision_each_and_the_most_restrictive_together() {
    Map<String, String> answer =
        custom("ResourceArns.member.2", "arn:aws:s3:::otherbucket/config.yml");
    assertThat(answer)
        .containsEntry(
            "EvaluationResults.1.EvalResourceName", "arn:aws:s3:::${BucketName}/${KeyName}")
        .containsEntry("EvaluationResults.1.EvalDecision", "implicitDeny")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.1.EvalResourceDecision", "allowed")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.1.MatchedStatements.1.SourcePolicyId",
            "PolicyInputList.1")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.2.EvalResourceName",
            "arn:aws:s3:::otherbucket/config.yml")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.2.EvalResourceDecision", "implicitDeny")
        .doesNotContainKey("EvaluationResults.1.MatchedStatements.1.SourcePolicyId")
        .doesNotContainKey("EvaluationResults.2.EvalActionName");
  }

  @Test
  void the_statements_that_allow_several_resources_are_named_with_each_of_them() {
    assertThat(
            custom(
                "PolicyInputList.member.1",
                READ.replace("examplebucket", "*"),
                "ResourceArns.member.2",
                "arn:aws:s3:::otherbucket/config.yml"))
        .containsEntry("EvaluationResults.1.EvalDecision", "allowed")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.1.MatchedStatements.1.SourcePolicyId",
            "PolicyInputList.1")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.2.MatchedStatements.1.SourcePolicyId",
            "PolicyInputList.1")
        .doesNotContainKey("EvaluationResults.1.MatchedStatements.1.SourcePolicyId");
  }

  @Test
  void a_boundary_must_allow_all_of_several_resources() {
    Map<String, String> answer =
        custom(
            "PolicyInputList.member.1",
            READ.replace("examplebucket", "*"),
            "PermissionsBoundaryPolicyInputList.member.1",
            READ,
            "ResourceArns.member.2",
            "arn:aws:s3:::otherbucket/config.yml");
    String allowed = "PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary";
    assertThat(answer)
        .containsEntry("EvaluationResults.1.EvalDecision", "implicitDeny")
        .containsEntry("EvaluationResults.1." + allowed, "false")
        .containsEntry("EvaluationResults.1.ResourceSpecificResults.1." + allowed, "true")
        .containsEntry("EvaluationResults.1.ResourceSpecificResults.2." + allowed, "false");
  }

  @Test
  void an_explicit_deny_of_one_resource_is_the_decision_for_all_of_them() {
    String deny = READ.replace("Allow", "Deny").replace("examplebucket", "otherbucket");
    assertThat(
            custom(
                "PolicyInputList.member.2",
                deny,
                "ResourceArns.member.2",
                "arn:aws:s3:::otherbucket/config.yml"))
        .containsEntry("EvaluationResults.1.EvalDecision", "explicitDeny")
        .doesNotContainKey("EvaluationResults.1.MatchedStatements.1.SourcePolicyId")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.2.MatchedStatements.1.SourcePolicyId",
            "PolicyInputList.2")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.1.EvalResourceDecision", "allowed")
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.2.EvalResourceDecision", "explicitDeny");
  }

  @Test
  void inline_policies_are_named_after_what_they_are_in_and_managed_ones_by_their_name() {
    iam.call("DeleteUserPolicy", "UserName", "admin", "PolicyName", "mfa");
    iam.call(
        "AttachUserPolicy",
        "UserName",
        "admin",
        "PolicyArn",
        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    assertThat(answer("s3:GetObject"))
        .containsEntry("EvaluationResults.1.MatchedStatements.1.SourcePolicyId", "user_admin_read")
        .containsEntry(
            "EvaluationResults.1.MatchedStatements.2.SourcePolicyId", "AmazonS3ReadOnlyAccess");
  }

  /** A managed policy of the account may have the name of one of AWS. */
  @Test
  void policies_of_one_name_have_places_of_their_own() {
    iam.call("DeleteUserPolicy", "UserName", "admin", "PolicyName", "mfa");
    iam.call("DeleteUserPolicy", "UserName", "admin", "PolicyName", "read");
    String own = "\n\n" + READ;
    iam.call("CreatePolicy", "PolicyName", "AmazonS3ReadOnlyAccess", "PolicyDocument", own);
    for (String owner : List.of("123456789012", "aws")) {
      iam.call(
          "AttachUserPolicy",
          "UserName",
          "admin",
          "PolicyArn",
          "arn:aws:iam::" + owner + ":policy/AmazonS3ReadOnlyAccess");
    }
    String line = "EvaluationResults.1.MatchedStatements.%d.StartPosition.Line";
    Map<String, String> answer = answer("s3:GetObject");
    assertThat(answer.get(line.formatted(1))).isNotEqualTo(answer.get(line.formatted(2)));
  }

  @Test
  void keys_that_nobody_gave_are_listed() {
    assertThat(answer("s3:GetObject"))
        .containsEntry(
            "EvaluationResults.1.ResourceSpecificResults.1.MissingContextValues.1",
            "aws:MultiFactorAuthPresent")
        .doesNotContainKey("EvaluationResults.1.MissingContextValues.1");
    assertThat(
            iam.call(
                "SimulatePrincipalPolicy",
                "PolicySourceArn",
                iam.arn("user/admin"),
                "ActionNames.member.1",
                "s3:GetObject"))
        .containsEntry("EvaluationResults.1.MissingContextValues.1", "aws:MultiFactorAuthPresent");
  }

  @Test
  void a_boundary_of_the_request_takes_the_place_of_the_users() {
    iam.call("DeleteUserPolicy", "UserName", "admin", "PolicyName", "mfa");
    iam.call(
        "PutUserPermissionsBoundary",
        "UserName",
        "admin",
        "PermissionsBoundary",
        "arn:aws:iam::aws:policy/IAMFullAccess");
    String allowed =
        "EvaluationResults.1.PermissionsBoundaryDecisionDetail.AllowedByPermissionsBoundary";
    assertThat(answer("s3:GetObject"))
        .containsEntry("EvaluationResults.1.EvalDecision", "implicitDeny")
        .containsEntry(allowed, "false");
    assertThat(answer("s3:GetObject", "PermissionsBoundaryPolicyInputList.member.1", READ))
        .containsEntry("EvaluationResults.1.EvalDecision", "allowed")
        .containsEntry(allowed, "true");
    String deny = READ.replace("Allow", "Deny");
    assertThat(answer("s3:GetObject", "PermissionsBoundaryPolicyInputList.member.1", deny))
        .containsEntry("EvaluationResults.1.EvalDecision", "explicitDeny")
        .containsEntry(allowed, "false")
        .containsEntry(
            "EvaluationResults.1.MatchedStatements.1.SourcePolicyType",
            "Permissions Boundary Policy");
  }

  @Test
  void the_results_come_in_pages() {
    Map<String, String> first = custom("ActionNames.member.2", "s3:PutObject", "MaxItems", "1");
    assertThat(first)
        .containsEntry("IsTruncated", "true")
        .containsEntry("EvaluationResults.1.EvalActionName", "s3:GetObject")
        .doesNotContainKey("EvaluationResults.2.EvalActionName");
    assertThat(
            custom(
                "ActionNames.member.2",
                "s3:PutObject",
                "Marker",
                requireNonNull(first.get("Marker"))))
        .containsEntry("IsTruncated", "false")
        .containsEntry("EvaluationResults.1.EvalActionName", "s3:PutObject");
  }

  /** AWS CLI reference, get-context-keys-for-custom-policy. */
  @Test
  void the_keys_of_documents_are_listed_those_of_variables_first() {
    String document =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
            + "\"Resource\":\"arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}\","
            + "\"Condition\":{\"DateGreaterThan\":"
            + "{\"aws:CurrentTime\":\"2015-08-16T12:00:00Z\"}}}}";
    assertThat(
            iam.call(
                "GetContextKeysForCustomPolicy",
                "PolicyInputList.member.1",
                document,
                "PolicyInputList.member.2",
                DENY_WITHOUT_MFA))
        .containsExactly(
            entry("ContextKeyNames.1", "aws:username"),
            entry("ContextKeyNames.2", "aws:CurrentTime"),
            entry("ContextKeyNames.3", "aws:MultiFactorAuthPresent"));
  }

  @Test
  void the_keys_of_a_user_are_those_of_all_their_policies() {
    assertThat(
            iam.call("GetContextKeysForPrincipalPolicy", "PolicySourceArn", iam.arn("user/admin")))
        .containsExactly(entry("ContextKeyNames.1", "aws:MultiFactorAuthPresent"));
  }

  private void put(String name, String document) {
    iam.call("PutUserPolicy", "UserName", "admin", "PolicyName", name, "PolicyDocument", document);
  }

  /** What {@link #READ} decides about reading the object. */
  private Map<String, String> custom(String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "PolicyInputList.member.1",
                READ,
                "ActionNames.member.1",
                "s3:GetObject",
                "ResourceArns.member.1",
                OBJECT));
    parameters.addAll(List.of(more));
    return iam.call("SimulateCustomPolicy", parameters.toArray(String[]::new));
  }

  private String refusal(String source) {
    return iam.refusal(
        "SimulatePrincipalPolicy",
        "PolicySourceArn",
        source,
        "ActionNames.member.1",
        "s3:GetObject");
  }

  /** The decision on the object. */
  private String simulate(String action, String... context) {
    return requireNonNull(answer(action, context).get("EvaluationResults.1.EvalDecision"));
  }

  private Map<String, String> answer(String action, String... context) {
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "PolicySourceArn",
                iam.arn("user/admin"),
                "ActionNames.member.1",
                action,
                "ResourceArns.member.1",
                OBJECT));
    parameters.addAll(List.of(context));
    return iam.call("SimulatePrincipalPolicy", parameters.toArray(String[]::new));
  }
}
