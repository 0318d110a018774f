package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * GetAccountAuthorizationDetails.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     IAM API reference, GetAccountAuthorizationDetails</a>
 */
class AuthorizationDetailsTest {
  private static final String READ = "arn:aws:iam::aws:policy/ReadOnlyAccess";
  private static final String ALLOW =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  private final IamCalls iam = new IamCalls();

  @BeforeEach
  void an_account() {
    iam.call("CreateGroup", "GroupName", "staff");
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "admin");
    iam.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", READ);
    iam.call("PutUserPolicy", "UserName", "admin", "PolicyName", "all", "PolicyDocument", ALLOW);
    iam.call("CreatePolicy", "PolicyName", "own", "PolicyDocument", ALLOW);
  }

  @Test
  void everything_is_in_one_answer() {
    assertThat(iam.call("GetAccountAuthorizationDetails"))
        .containsEntry("UserDetailList.1.UserName", "admin")
        .containsEntry("UserDetailList.1.GroupList.1", "staff")
        .containsEntry("UserDetailList.1.AttachedManagedPolicies.1.PolicyArn", READ)
        .containsEntry("UserDetailList.1.UserPolicyList.1.PolicyName", "all")
        .containsEntry("GroupDetailList.1.GroupName", "staff")
        .containsEntry("Policies.1.PolicyName", "own")
        .containsEntry("Policies.2.PolicyName", "ReadOnlyAccess")
        .doesNotContainKey("Policies.3.PolicyName");
  }

  @Test
  void a_filter_leaves_the_rest_out() {
    assertThat(iam.call("GetAccountAuthorizationDetails", "Filter.member.1", "LocalManagedPolicy"))
        .containsEntry("Policies.1.PolicyName", "own")
        .doesNotContainKeys("Policies.2.PolicyName", "UserDetailList.1.UserName");
    assertThat(iam.refusal("GetAccountAuthorizationDetails", "Filter.member.1", "Users"))
        .startsWith("400 ValidationError ");
  }

  @Test
  void a_page_ends_between_the_lists() {
    Map<String, String> first = iam.call("GetAccountAuthorizationDetails", "MaxItems", "1");
    assertThat(first)
        .containsEntry("IsTruncated", "true")
        .containsEntry("UserDetailList.1.UserName", "admin")
        .doesNotContainKey("GroupDetailList.1.GroupName");
    assertThat(
            iam.call(
                "GetAccountAuthorizationDetails", "Marker", String.valueOf(first.get("Marker"))))
        .containsEntry("GroupDetailList.1.GroupName", "staff");
  }
}
