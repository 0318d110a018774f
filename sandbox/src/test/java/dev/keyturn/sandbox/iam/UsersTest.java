package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
  private final IamCalls iam = new IamCalls();

  @Test
  void a_user_is_made_and_found() {
    Map<String, String> made = iam.call("CreateUser", "UserName", "alice", "Path", "/staff/");
    assertThat(made)
        .containsEntry("User.UserName", "alice")
        .containsEntry("User.Path", "/staff/")
        .containsEntry("User.Arn", "arn:aws:iam::123456789012:user/staff/alice")
        .containsEntry("User.CreateDate", "2026-11-21T12:00:00Z");
    assertThat(made.get("User.UserId")).matches("AIDA[A-Z2-7]{17}");
    assertThat(iam.call("GetUser", "UserName", "alice")).isEqualTo(made);
  }

  @Test
  void without_a_name_the_caller_is_meant() {
    assertThat(iam.call("GetUser")).containsEntry("User.UserName", "admin");
  }

  @Test
  void root_has_an_arn_but_no_name() {
    iam.asRoot();
    assertThat(iam.call("GetUser"))
        .containsEntry("User.Arn", "arn:aws:iam::123456789012:root")
        .containsEntry("User.UserId", "123456789012")
        .doesNotContainKey("User.UserName");
  }

  @Test
  void a_role_must_say_which_user_it_means() {
    iam.asRole();
    assertThat(iam.refusal("GetUser"))
        .isEqualTo(
            "400 ValidationError Must specify userName when calling with non-User credentials");
  }

  @Test
  void a_name_is_taken_whatever_its_case() {
    assertThat(iam.refusal("CreateUser", "UserName", "Admin"))
        .isEqualTo("409 EntityAlreadyExists User with name Admin already exists.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetUser", "DeleteUser", "UpdateUser", "ListAccessKeys", "ListUserTags"})
  void an_unknown_user_is_not_found(String action) {
    assertThat(iam.refusal(action, "UserName", "nobody"))
        .isEqualTo("404 NoSuchEntity The user with name nobody cannot be found.");
  }

  @Test
  void a_caller_without_permission_does_not_learn_whether_a_user_exists() {
    iam.deny("iam:GetUser");
    assertThat(iam.refusal("GetUser", "UserName", "nobody")).isEqualTo("403 AccessDenied denied");
    assertThat(iam.authorized).containsExactly("iam:GetUser on " + iam.arn("user/nobody"));
  }

  @Test
  void a_name_of_64_characters_is_the_longest_new_one() {
    iam.call("CreateUser", "UserName", "u".repeat(64));
    assertThat(iam.refusal("CreateUser", "UserName", "u".repeat(65)))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'userName' failed to satisfy"
                + " constraint: Member must have length less than or equal to 64");
  }

  @Test
  void a_name_has_only_a_few_kinds_of_characters() {
    iam.call("CreateUser", "UserName", "aZ09_+=,.@-");
    String refusal =
        "400 ValidationError The specified value for userName is invalid. It must contain only"
            + " alphanumeric characters and/or the following: +=,.@_-";
    assertThat(iam.refusal("CreateUser", "UserName", "a b")).isEqualTo(refusal);
    assertThat(iam.refusal("CreateUser", "UserName", "")).isEqualTo(refusal);
    assertThat(iam.refusal("DeleteUser", "UserName", "a/b")).isEqualTo(refusal);
    assertThat(iam.refusal("UpdateUser", "UserName", "aZ09_+=,.@-", "NewUserName", "a b"))
        .startsWith("400 ValidationError The specified value for newUserName is invalid.");
    assertThat(iam.refusal("UpdateUser", "UserName", "aZ09_+=,.@-", "NewPath", "a"))
        .startsWith("400 ValidationError The specified value for newPath is invalid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff/", "/staff", "staff", "/st aff/", "/stäff/"})
  void a_path_begins_and_ends_with_a_slash(String path) {
    assertThat(iam.refusal("CreateUser", "UserName", "alice", "Path", path))
        .isEqualTo(
            "400 ValidationError The specified value for path is invalid. It must begin and end"
                + " with / and contain only alphanumeric characters and/or / characters.");
  }

  @Test
  void a_path_of_513_characters_is_too_long() {
    assertThat(iam.refusal("CreateUser", "UserName", "a", "Path", "/" + "x".repeat(511) + "/"))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'path' failed to satisfy"
                + " constraint: Member must have length less than or equal to 512");
  }

  @Test
  void users_are_listed_by_name_and_under_a_path() {
    iam.call("CreateUser", "UserName", "zoe", "Path", "/staff/it/");
    iam.call("CreateUser", "UserName", "Bob", "Path", "/staff/");
    assertThat(iam.call("ListUsers"))
        .containsEntry("Users.1.UserName", "admin")
        .containsEntry("Users.2.UserName", "Bob")
        .containsEntry("Users.3.UserName", "zoe")
        .containsEntry("IsTruncated", "false");
    assertThat(iam.call("ListUsers", "PathPrefix", "/staff/it"))
        .containsEntry("Users.1.UserName", "zoe")
        .doesNotContainKey("Users.2.UserName");
  }

  @Test
  void a_renamed_user_keeps_id_and_keys() {
    iam.call("CreateUser", "UserName", "alice");
    iam.call("CreateAccessKey", "UserName", "alice");
    String id = iam.told("User.UserId", "GetUser", "UserName", "alice");
    iam.call("UpdateUser", "UserName", "alice", "NewUserName", "eve", "NewPath", "/new/");
    assertThat(iam.call("GetUser", "UserName", "eve"))
        .containsEntry("User.UserId", id)
        .containsEntry("User.Arn", iam.arn("user/new/eve"));
    assertThat(iam.call("ListAccessKeys", "UserName", "eve"))
        .containsEntry("AccessKeyMetadata.1.UserName", "eve");
    assertThat(iam.refusal("GetUser", "UserName", "alice")).contains("cannot be found");
  }

  @Test
  void a_user_is_not_renamed_to_a_name_that_is_taken() {
    iam.call("CreateUser", "UserName", "alice");
    assertThat(iam.refusal("UpdateUser", "UserName", "alice", "NewUserName", "admin"))
        .isEqualTo("409 EntityAlreadyExists User with name admin already exists.");
  }

  @Test
  void a_user_is_deleted_once_nothing_is_left_of_them() {
    iam.call("CreateUser", "UserName", "alice");
    iam.call("CreateGroup", "GroupName", "staff");
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "alice");
    String readOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    iam.call("AttachUserPolicy", "UserName", "alice", "PolicyArn", readOnly);
    String document = "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    iam.call("PutUserPolicy", "UserName", "alice", "PolicyName", "p", "PolicyDocument", document);
    String key = iam.told("AccessKey.AccessKeyId", "CreateAccessKey", "UserName", "alice");
    iam.call("CreateLoginProfile", "UserName", "alice", "Password", "Correct-Horse-1");

    assertKept("must remove users from group first.");
    iam.call("RemoveUserFromGroup", "GroupName", "staff", "UserName", "alice");
    assertKept("must detach all policies first.");
    iam.call("DetachUserPolicy", "UserName", "alice", "PolicyArn", readOnly);
    assertKept("must delete policies first.");
    iam.call("DeleteUserPolicy", "UserName", "alice", "PolicyName", "p");
    assertKept("must delete access keys first.");
    iam.call("DeleteAccessKey", "UserName", "alice", "AccessKeyId", key);
    assertKept("must delete login profile first.");
    iam.as("alice");
    assertThat(iam.told("LoginProfile.UserName", "GetLoginProfile")).isEqualTo("alice");
    iam.call("DeleteLoginProfile");
    iam.as("admin");
    iam.call("DeleteUser", "UserName", "alice");
    assertThat(iam.refusal("GetUser", "UserName", "alice")).contains("cannot be found");
  }

  private void assertKept(String remedy) {
    assertThat(iam.refusal("DeleteUser", "UserName", "alice"))
        .isEqualTo("409 DeleteConflict Cannot delete entity, " + remedy);
  }

  /** {@code userNameType} in IAM's service model; all other actions take 128 characters. */
  @ParameterizedTest
  @CsvSource({
    "AttachUserPolicy,64",
    "CreateLoginProfile,64",
    "CreateServiceSpecificCredential,64",
    "CreateUser,64",
    "DeleteLoginProfile,64",
    "DeleteServiceSpecificCredential,64",
    "DeleteUserPermissionsBoundary,64",
    "DetachUserPolicy,64",
    "GetLoginProfile,64",
    "GetMFADevice,64",
    "ListAttachedUserPolicies,64",
    "ListServiceSpecificCredentials,64",
    "PutUserPermissionsBoundary,64",
    "ResetServiceSpecificCredential,64",
    "UpdateLoginProfile,64",
    "UpdateServiceSpecificCredential,64",
    "AddUserToGroup,128",
    "DeleteUser,128",
    "GetUser,128",
    "ListMFADevices,128",
    "PutUserPolicy,128"
  })
  void a_name_is_as_long_as_the_action_takes_it(String action, int most) {
    assertThat(iam.refusal(action, "UserName", "a".repeat(most + 1)))
        .contains(
            "at 'userName' failed to satisfy constraint: Member must have length less than or"
                + " equal to "
                + most);
    assertThat(iam.refusal("GetUser", "UserName", "a".repeat(128))).startsWith("404 NoSuchEntity ");
  }
}
