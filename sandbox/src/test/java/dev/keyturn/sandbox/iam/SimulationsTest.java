package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
  void a_user_who_reads_with_mfa() {
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
    assertThat(iam.refusal("SimulateCustomPolicy", "PolicyInputList.member.1", "{}"))
        .isEqualTo("400 MalformedPolicyDocument Syntax errors in policy.");
  }

  @Test
  void nobody_has_no_policies() {
    assertThat(iam.refusal("SimulatePrincipalPolicy", "PolicySourceArn", iam.arn("user/nobody")))
        .startsWith("404 NoSuchEntity");
  }

  private void put(String name, String document) {
    iam.call("PutUserPolicy", "UserName", "admin", "PolicyName", name, "PolicyDocument", document);
  }

  /** The decision on the object. */
  private String simulate(String action, String... context) {
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
    return iam.told(
        "EvaluationResults.1.EvalDecision",
        "SimulatePrincipalPolicy",
        parameters.toArray(String[]::new));
  }
}
