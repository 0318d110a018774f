package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
  private static final String TRUST =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}";
  private static final String ENCODED_TRUST =
      "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%22%2A%22%2C"
          + "%22Action%22%3A%22sts%3AAssumeRole%22%7D%7D";

  private final IamCalls iam = new IamCalls();

  @Test
  void a_role_is_made_with_its_trust_policy_percent_encoded() {
    Map<String, String> made = create("admin", "Path", "/ops/", "Description", "for all");
    assertThat(made)
        .containsEntry("Role.RoleName", "admin")
        .containsEntry("Role.Arn", iam.arn("role/ops/admin"))
        .containsEntry("Role.AssumeRolePolicyDocument", ENCODED_TRUST)
        .doesNotContainKeys("Role.Description", "Role.MaxSessionDuration");
  }

  /** LocalStack's recordings of AWS, tests/aws/services/iam/test_iam_roles.snapshot.json. */
  @Test
  void a_list_shows_descriptions_and_durations_but_no_boundaries_tags_and_uses() {
    String boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
    create(
        "admin",
        "Description",
        "for all",
        "PermissionsBoundary",
        boundary,
        "Tags.member.1.Key",
        "a",
        "Tags.member.1.Value",
        "b");
    Map<String, String> listed = iam.call("ListRoles");
    assertThat(listed)
        .containsEntry("Roles.1.Description", "for all")
        .containsEntry("Roles.1.MaxSessionDuration", "3600");
    assertThat(listed.keySet())
        .noneMatch(name -> name.matches(".*(PermissionsBoundary|Tags|RoleLastUsed).*"));
    assertThat(iam.call("GetRole", "RoleName", "admin"))
        .containsEntry("Role.PermissionsBoundary.PermissionsBoundaryArn", boundary)
        .containsEntry("Role.Tags.1.Key", "a");
  }

  /** From the same recordings. */
  @Test
  void a_boundary_that_is_not_a_policy_is_invalid_input() {
    create("admin");
    String arn = iam.arn("not_a_policy/invalid");
    String refusal = "400 InvalidInput ARN " + arn + " is not valid.";
    assertThat(
            iam.refusal(
                "PutRolePermissionsBoundary", "RoleName", "admin", "PermissionsBoundary", arn))
        .isEqualTo(refusal);
    assertThat(
            iam.refusal(
                "CreateRole",
                "RoleName",
                "other",
                "AssumeRolePolicyDocument",
                TRUST,
                "PermissionsBoundary",
                arn))
        .isEqualTo(refusal);
  }

  @Test
  void a_role_session_lasts_an_hour_by_default() {
    create("admin");
    create("operator", "MaxSessionDuration", "43200");
    assertThat(iam.call("GetRole", "RoleName", "admin"))
        .containsEntry("Role.MaxSessionDuration", "3600");
    assertThat(iam.call("ListRoles"))
        .containsEntry("Roles.1.RoleName", "admin")
        .containsEntry("Roles.2.MaxSessionDuration", "43200");
  }

  @ParameterizedTest
  @CsvSource({"3599, greater than or equal to 3600", "43201, less than or equal to 43200"})
  void sessions_last_1_to_12_hours(String seconds, String bound) {
    assertThat(
            iam.refusal(
                "CreateRole",
                "RoleName",
                "admin",
                "AssumeRolePolicyDocument",
                TRUST,
                "MaxSessionDuration",
                seconds))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'maxSessionDuration' failed"
                + " to satisfy constraint: Member must have value "
                + bound);
  }

  @Test
  void a_name_is_taken_whatever_its_case() {
    create("admin");
    assertThat(iam.refusal("CreateRole", "RoleName", "ADMIN", "AssumeRolePolicyDocument", TRUST))
        .isEqualTo("409 EntityAlreadyExists Role with name ADMIN already exists.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetRole", "UpdateRole", "DeleteRole", "ListRoleTags"})
  void an_unknown_role_is_not_found(String action) {
    assertThat(iam.refusal(action, "RoleName", "none"))
        .isEqualTo("404 NoSuchEntity The role with name none cannot be found.");
  }

  @Test
  void an_update_keeps_what_it_does_not_name() {
    create("admin", "Description", "first");
    iam.call("UpdateRole", "RoleName", "admin", "MaxSessionDuration", "7200");
    iam.call("UpdateRole", "RoleName", "admin");
    assertThat(iam.call("GetRole", "RoleName", "admin"))
        .containsEntry("Role.Description", "first")
        .containsEntry("Role.MaxSessionDuration", "7200");
  }

  @Test
  void the_description_has_an_action_of_its_own() {
    create("admin");
    assertThat(iam.call("UpdateRoleDescription", "RoleName", "admin", "Description", "second"))
        .containsEntry("Role.Description", "second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user/nobody", "role/nobody", "role/path/admin", "user/other"})
  void a_trust_policy_names_only_callers_that_exist(String caller) {
    create("admin");
    String arn = iam.arn(caller);
    String policy =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"sts:AssumeRole\"}}";
    String refusal =
        "400 MalformedPolicyDocument Invalid principal in policy: \"AWS\":\"" + arn + "\"";
    assertThat(
            iam.refusal(
                "CreateRole",
                "RoleName",
                "other",
                "AssumeRolePolicyDocument",
                policy.formatted(arn)))
        .isEqualTo(refusal);
    assertThat(
            iam.refusal(
                "UpdateAssumeRolePolicy",
                "RoleName",
                "admin",
                "PolicyDocument",
                policy.formatted(arn)))
        .isEqualTo(refusal);
    for (String known :
        List.of(iam.arn("role/admin"), iam.arn("root"), "arn:aws:iam::555555555555:role/unknown")) {
      iam.call(
          "UpdateAssumeRolePolicy", "RoleName", "admin", "PolicyDocument", policy.formatted(known));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | This policy contains invalid Json",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\"}}"
            + "| AssumeRole policy may only specify STS AssumeRole actions.",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\","
            + "\"Resource\":\"*\"}} | Has prohibited field Resource"
      })
  void a_trust_policy_that_AWS_would_refuse_is_refused(String document, String message) {
    create("admin");
    assertThat(
            iam.refusal("UpdateAssumeRolePolicy", "RoleName", "admin", "PolicyDocument", document))
        .isEqualTo("400 MalformedPolicyDocument " + message);
  }

  @Test
  void a_trust_policy_has_2048_characters_at_most() {
    String sid = "\"Sid\":\"" + "x".repeat(2048) + "\",";
    String document = TRUST.replace("{\"Effect\"", "{" + sid + "\"Effect\"");
    assertThat(iam.refusal("CreateRole", "RoleName", "admin", "AssumeRolePolicyDocument", document))
        .isEqualTo("409 LimitExceeded Cannot exceed quota for ACLSizePerRole: 2048");
  }

  @Test
  void a_role_with_policies_is_kept() {
    create("admin");
    String readOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    iam.call("AttachRolePolicy", "RoleName", "admin", "PolicyArn", readOnly);
    assertThat(iam.refusal("DeleteRole", "RoleName", "admin"))
        .isEqualTo("409 DeleteConflict Cannot delete entity, must detach all policies first.");
    iam.call("DetachRolePolicy", "RoleName", "admin", "PolicyArn", readOnly);
    iam.call("DeleteRole", "RoleName", "admin");
    assertThat(iam.call("ListRoles")).containsOnlyKeys("IsTruncated");
  }

  @Test
  void a_boundary_is_shown_and_taken_away() {
    create("admin");
    String boundary = "arn:aws:iam::aws:policy/PowerUserAccess";
    iam.call("PutRolePermissionsBoundary", "RoleName", "admin", "PermissionsBoundary", boundary);
    assertThat(iam.call("GetRole", "RoleName", "admin"))
        .containsEntry("Role.PermissionsBoundary.PermissionsBoundaryArn", boundary)
        .containsEntry("Role.PermissionsBoundary.PermissionsBoundaryType", "Policy");
    iam.call("DeleteRolePermissionsBoundary", "RoleName", "admin");
    assertThat(iam.call("GetRole", "RoleName", "admin"))
        .doesNotContainKey("Role.PermissionsBoundary.PermissionsBoundaryArn");
  }

  private Map<String, String> create(String name, String... more) {
    String[] parameters = new String[4 + more.length];
    parameters[0] = "RoleName";
    parameters[1] = name;
    parameters[2] = "AssumeRolePolicyDocument";
    parameters[3] = TRUST;
    System.arraycopy(more, 0, parameters, 4, more.length);
    return iam.call("CreateRole", parameters);
  }
}
