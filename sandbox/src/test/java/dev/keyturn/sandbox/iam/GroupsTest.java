package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {
  private final IamCalls iam = new IamCalls();

  @BeforeEach
  void one_group() {
    iam.call("CreateGroup", "GroupName", "staff", "Path", "/x/");
  }

  @Test
  void a_group_is_found_with_its_members() {
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "admin");
    assertThat(iam.call("GetGroup", "GroupName", "staff"))
        .containsEntry("Group.GroupName", "staff")
        .containsEntry("Group.Arn", iam.arn("group/x/staff"))
        .containsEntry("Users.1.UserName", "admin")
        .containsEntry("IsTruncated", "false");
    assertThat(iam.told("Group.GroupId", "GetGroup", "GroupName", "staff"))
        .matches("AGPA[A-Z2-7]{17}");
  }

  @Test
  void a_name_is_taken_whatever_its_case() {
    assertThat(iam.refusal("CreateGroup", "GroupName", "Staff"))
        .isEqualTo("409 EntityAlreadyExists Group with name Staff already exists.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetGroup", "UpdateGroup", "DeleteGroup", "ListGroupPolicies"})
  void an_unknown_group_is_not_found(String action) {
    assertThat(iam.refusal(action, "GroupName", "nobodies"))
        .isEqualTo("404 NoSuchEntity The group with name nobodies cannot be found.");
  }

  @Test
  void a_member_added_twice_is_listed_once() {
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "admin");
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "admin");
    assertThat(iam.call("ListGroupsForUser", "UserName", "admin"))
        .containsEntry("Groups.1.GroupName", "staff")
        .doesNotContainKey("Groups.2.GroupName");
    iam.call("RemoveUserFromGroup", "GroupName", "staff", "UserName", "admin");
    iam.call("RemoveUserFromGroup", "GroupName", "staff", "UserName", "admin");
    assertThat(iam.call("ListGroupsForUser", "UserName", "admin")).containsOnlyKeys("IsTruncated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AddUserToGroup", "RemoveUserFromGroup"})
  void an_unknown_user_is_reported_before_an_unknown_group(String action) {
    assertThat(iam.refusal(action, "GroupName", "none", "UserName", "nobody"))
        .isEqualTo("404 NoSuchEntity The user with name nobody cannot be found.");
    assertThat(iam.refusal(action, "GroupName", "none", "UserName", "admin"))
        .isEqualTo("404 NoSuchEntity The group with name none cannot be found.");
  }

  @Test
  void a_user_is_in_ten_groups_at_most() {
    for (int i = 0; i < 10; i++) {
      iam.call("CreateGroup", "GroupName", "g" + i);
      iam.call("AddUserToGroup", "GroupName", "g" + i, "UserName", "admin");
    }
    assertThat(iam.refusal("AddUserToGroup", "GroupName", "staff", "UserName", "admin"))
        .isEqualTo("409 LimitExceeded Cannot exceed quota for GroupsPerUser: 10");
  }

  @Test
  void a_group_is_renamed_and_moved() {
    iam.call("UpdateGroup", "GroupName", "staff", "NewGroupName", "team", "NewPath", "/y/");
    assertThat(iam.call("ListGroups", "PathPrefix", "/y/"))
        .containsEntry("Groups.1.Arn", iam.arn("group/y/team"));
  }

  @Test
  void a_group_with_members_is_kept() {
    iam.call("AddUserToGroup", "GroupName", "staff", "UserName", "admin");
    assertThat(iam.refusal("DeleteGroup", "GroupName", "staff"))
        .isEqualTo("409 DeleteConflict Cannot delete entity, must remove users from group first.");
  }

  @Test
  void an_empty_group_is_deleted() {
    iam.call("DeleteGroup", "GroupName", "staff");
    assertThat(iam.call("ListGroups")).containsOnlyKeys("IsTruncated");
  }
}
