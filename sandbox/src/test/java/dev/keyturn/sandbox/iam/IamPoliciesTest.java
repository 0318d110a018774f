package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamPoliciesTest {
  private static final String DOCUMENT =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "{\"Effect\":\"Allow\",\"Action\":\"s3:List*\",\"Resource\":\"*\"}}";
  private static final String ENCODED =
      "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C"
          + "%22Action%22%3A%22s3%3AList%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D";

  private final IamCalls iam = new IamCalls();
  private final String arn = iam.arn("policy/reader");

  @Nested
  class Inline {

    @ParameterizedTest
    @CsvSource({"User, admin", "Group, staff", "Role, operator"})
    void a_policy_is_put_read_listed_and_deleted(String kind, String holder) {
      make(kind, holder);
      String[] named = {kind + "Name", holder, "PolicyName", "p"};
      String[] put = {
        kind + "Name", holder, "PolicyName", "p", "PolicyDocument", DOCUMENT,
      };
      iam.call("Put" + kind + "Policy", put);
      assertThat(iam.call("Get" + kind + "Policy", named))
          .containsEntry(kind + "Name", holder)
          .containsEntry("PolicyName", "p")
          .containsEntry("PolicyDocument", ENCODED);
      assertThat(iam.call("List" + kind + "Policies", kind + "Name", holder))
          .containsEntry("PolicyNames.1", "p");
      iam.call("Delete" + kind + "Policy", named);
      assertThat(iam.refusal("Get" + kind + "Policy", named))
          .isEqualTo(
              "404 NoSuchEntity The %s policy with name p cannot be found."
                  .formatted(kind.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"User, admin, 2048", "Group, staff, 5120", "Role, operator, 10240"})
    void all_policies_together_have_a_quota(String kind, String holder, int quota) {
      make(kind, holder);
      String half = padded(quota / 2);
      put(kind, holder, "one", half);
      put(kind, holder, "two", half);
      put(kind, holder, "two", half);
      assertThat(
              iam.refusal(
                  "Put" + kind + "Policy",
                  kind + "Name",
                  holder,
                  "PolicyName",
                  "three",
                  "PolicyDocument",
                  DOCUMENT))
          .isEqualTo(
              "409 LimitExceeded Maximum policy size of %d bytes exceeded for %s %s"
                  .formatted(quota, kind.toLowerCase(Locale.ROOT), holder));
    }

    /** As the tests of the Versity S3 Gateway have it, https://github.com/versity/versitygw. */
    @Test
    void a_document_has_no_characters_beyond_latin_1() {
      assertThat(
              iam.refusal(
                  "PutUserPolicy",
                  "UserName",
                  "admin",
                  "PolicyName",
                  "p",
                  "PolicyDocument",
                  "\uD83D\uDE00"))
          .isEqualTo(
              "400 ValidationError The specified value for policyDocument is invalid. It must"
                  + " contain only printable ASCII characters.");
    }

    @Test
    void white_space_does_not_count() {
      put("User", "admin", "p", DOCUMENT + " ".repeat(3000));
      assertThat(iam.call("ListUserPolicies", "UserName", "admin"))
          .containsEntry("PolicyNames.1", "p");
    }

    @Test
    void a_policy_that_AWS_would_refuse_is_refused() {
      assertThat(
              iam.refusal(
                  "PutUserPolicy",
                  "UserName",
                  "admin",
                  "PolicyName",
                  "p",
                  "PolicyDocument",
                  "{\"Statement\":[]}"))
          .isEqualTo("400 MalformedPolicyDocument Syntax errors in policy.");
    }

    private void put(String kind, String holder, String name, String document) {
      iam.call(
          "Put" + kind + "Policy",
          kind + "Name",
          holder,
          "PolicyName",
          name,
          "PolicyDocument",
          document);
    }

    /** A document of exactly this size. */
    private String padded(int size) {
      String sid = "\"Sid\":\"\",";
      String document = DOCUMENT.replace("{\"Effect\"", "{" + sid + "\"Effect\"");
      return document.replace(
          "\"Sid\":\"\"", "\"Sid\":\"" + "x".repeat(size - document.length()) + "\"");
    }
  }

  @Nested
  class Managed {

    @Test
    void a_policy_is_made_with_its_first_version() {
      Map<String, String> made = create("Description", "reads");
      assertThat(made)
          .containsEntry("Policy.Arn", arn)
          .containsEntry("Policy.DefaultVersionId", "v1")
          .containsEntry("Policy.AttachmentCount", "0")
          .containsEntry("Policy.IsAttachable", "true")
          .doesNotContainKey("Policy.Description");
      assertThat(iam.call("GetPolicy", "PolicyArn", arn))
          .containsEntry("Policy.Description", "reads")
          .containsEntry("Policy.CreateDate", "2026-11-21T12:00:00Z");
      assertThat(iam.call("GetPolicyVersion", "PolicyArn", arn, "VersionId", "v1"))
          .containsEntry("PolicyVersion.Document", ENCODED)
          .containsEntry("PolicyVersion.IsDefaultVersion", "true");
    }

    @Test
    void a_name_is_taken() {
      create();
      assertThat(iam.refusal("CreatePolicy", "PolicyName", "reader", "PolicyDocument", DOCUMENT))
          .isEqualTo(
              "409 EntityAlreadyExists A policy called reader already exists. Duplicate names are"
                  + " not allowed.");
    }

    @Test
    void a_managed_policy_must_say_its_version() {
      assertThat(
              iam.refusal(
                  "CreatePolicy",
                  "PolicyName",
                  "reader",
                  "PolicyDocument",
                  DOCUMENT.replace("\"Version\":\"2012-10-17\",", "")))
          .isEqualTo(
              "400 MalformedPolicyDocument Policy document must be version 2012-10-17 or greater.");
    }

    @Test
    void an_unknown_policy_is_not_found() {
      assertThat(iam.refusal("GetPolicy", "PolicyArn", arn))
          .isEqualTo("404 NoSuchEntity Policy " + arn + " was not found.");
    }

    @Test
    void a_name_is_not_an_arn() {
      assertThat(iam.refusal("GetPolicy", "PolicyArn", "longpolicynamebutnoarn"))
          .isEqualTo("400 ValidationError ARN longpolicynamebutnoarn is not valid.");
    }

    @Test
    void an_attached_policy_is_kept() {
      create();
      iam.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", arn);
      assertThat(iam.refusal("DeletePolicy", "PolicyArn", arn))
          .isEqualTo("409 DeleteConflict Cannot delete a policy attached to entities.");
      iam.call("DetachUserPolicy", "UserName", "admin", "PolicyArn", arn);
      iam.call("DeletePolicy", "PolicyArn", arn);
      assertThat(iam.call("ListPolicies", "Scope", "Local")).containsOnlyKeys("IsTruncated");
    }

    @ParameterizedTest
    @CsvSource({"Local, reader", "AWS, AdministratorAccess"})
    void policies_are_listed_by_owner(String scope, String first) {
      create();
      assertThat(iam.call("ListPolicies", "Scope", scope))
          .containsEntry("Policies.1.PolicyName", first);
    }

    @Test
    void only_attached_policies_are_listed_on_demand() {
      create();
      iam.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", arn);
      assertThat(iam.call("ListPolicies", "OnlyAttached", "true"))
          .containsEntry("Policies.1.PolicyName", "reader")
          .containsEntry("Policies.1.AttachmentCount", "1")
          .doesNotContainKey("Policies.2.PolicyName");
    }

    @Test
    void the_policies_of_AWS_can_be_read_but_not_changed() {
      String administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
      assertThat(iam.call("GetPolicy", "PolicyArn", administrator))
          .containsEntry("Policy.PolicyName", "AdministratorAccess");
      assertThat(iam.refusal("DeletePolicy", "PolicyArn", administrator))
          .isEqualTo("403 AccessDenied Policy is outside your own account.");
    }
  }

  @Nested
  class Versions {

    @Test
    void a_new_version_counts_once_it_is_preferred() {
      create();
      assertThat(revise("false"))
          .containsEntry("PolicyVersion.VersionId", "v2")
          .containsEntry("PolicyVersion.IsDefaultVersion", "false");
      iam.call("SetDefaultPolicyVersion", "PolicyArn", arn, "VersionId", "v2");
      assertThat(iam.call("ListPolicyVersions", "PolicyArn", arn))
          .containsEntry("Versions.1.VersionId", "v2")
          .containsEntry("Versions.1.IsDefaultVersion", "true")
          .containsEntry("Versions.2.IsDefaultVersion", "false");
    }

    @Test
    void a_sixth_version_is_refused_and_numbers_never_come_back() {
      create();
      for (int i = 2; i <= 5; i++) {
        revise("false");
      }
      assertThat(iam.refusal("CreatePolicyVersion", "PolicyArn", arn, "PolicyDocument", DOCUMENT))
          .isEqualTo(
              "409 LimitExceeded A managed policy can have up to 5 versions. Before you create a"
                  + " new version, you must delete an existing version.");
      iam.call("DeletePolicyVersion", "PolicyArn", arn, "VersionId", "v5");
      assertThat(revise("true")).containsEntry("PolicyVersion.VersionId", "v6");
    }

    @Test
    void the_default_version_is_kept() {
      create();
      assertThat(iam.refusal("DeletePolicyVersion", "PolicyArn", arn, "VersionId", "v1"))
          .isEqualTo("409 DeleteConflict Cannot delete the default version of a policy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetPolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion"})
    void an_unknown_version_does_not_exist(String action) {
      String missing =
          "404 NoSuchEntity Policy "
              + arn
              + " version v9 does not exist or is not"
              + " attachable.";
      assertThat(iam.refusal(action, "PolicyArn", arn, "VersionId", "v9")).isEqualTo(missing);
      create();
      assertThat(iam.refusal(action, "PolicyArn", arn, "VersionId", "v9")).isEqualTo(missing);
    }

    @Test
    void a_version_id_has_a_form() {
      assertThat(iam.refusal("GetPolicyVersion", "PolicyArn", arn, "VersionId", "1"))
          .isEqualTo(
              "400 ValidationError 1 validation error detected: Value at 'versionId' failed to"
                  + " satisfy constraint: Member must satisfy regular expression pattern:"
                  + " v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?");
    }

    @Test
    void a_policy_with_more_than_one_version_is_kept() {
      create();
      revise("false");
      assertThat(iam.refusal("DeletePolicy", "PolicyArn", arn))
          .startsWith("409 DeleteConflict This policy has more than one version.");
    }

    private Map<String, String> revise(String asDefault) {
      return iam.call(
          "CreatePolicyVersion",
          "PolicyArn",
          arn,
          "PolicyDocument",
          DOCUMENT,
          "SetAsDefault",
          asDefault);
    }
  }

  @Nested
  class Attached {

    @ParameterizedTest
    @CsvSource({"User, admin", "Group, staff", "Role, operator"})
    void a_policy_is_attached_listed_and_detached(String kind, String holder) {
      make(kind, holder);
      create();
      String[] parameters = {kind + "Name", holder, "PolicyArn", arn};
      iam.call("Attach" + kind + "Policy", parameters);
      iam.call("Attach" + kind + "Policy", parameters);
      assertThat(iam.call("ListAttached" + kind + "Policies", kind + "Name", holder))
          .containsEntry("AttachedPolicies.1.PolicyName", "reader")
          .containsEntry("AttachedPolicies.1.PolicyArn", arn)
          .doesNotContainKey("AttachedPolicies.2.PolicyName");
      assertThat(iam.call("ListEntitiesForPolicy", "PolicyArn", arn))
          .containsEntry("Policy" + kind + "s.1." + kind + "Name", holder);
      iam.call("Detach" + kind + "Policy", parameters);
      assertThat(iam.refusal("Detach" + kind + "Policy", parameters))
          .isEqualTo("404 NoSuchEntity Policy " + arn + " was not found.");
    }

    @Test
    void who_has_a_policy_as_boundary_has_it_too() {
      create();
      iam.call("CreateUser", "UserName", "bound", "PermissionsBoundary", arn);
      iam.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", arn);
      assertThat(iam.call("ListEntitiesForPolicy", "PolicyArn", arn))
          .containsEntry("PolicyUsers.1.UserName", "admin")
          .containsEntry("PolicyUsers.2.UserName", "bound");
      assertThat(entities("PermissionsBoundary"))
          .containsEntry("PolicyUsers.1.UserName", "bound")
          .doesNotContainKey("PolicyUsers.2.UserName");
      assertThat(entities("PermissionsPolicy"))
          .containsEntry("PolicyUsers.1.UserName", "admin")
          .doesNotContainKey("PolicyUsers.2.UserName");
      assertThat(iam.call("ListPolicies", "PolicyUsageFilter", "PermissionsBoundary"))
          .containsEntry("Policies.1.Arn", arn)
          .doesNotContainKey("Policies.2.Arn");
    }

    private Map<String, String> entities(String usage) {
      return iam.call("ListEntitiesForPolicy", "PolicyArn", arn, "PolicyUsageFilter", usage);
    }

    @Test
    void an_unknown_policy_is_not_attached() {
      assertThat(iam.refusal("AttachUserPolicy", "UserName", "admin", "PolicyArn", arn))
          .isEqualTo("404 NoSuchEntity Policy " + arn + " does not exist or is not attachable.");
    }

    @Test
    void an_eleventh_policy_is_one_too_many() {
      for (int i = 0; i < 11; i++) {
        iam.call("CreatePolicy", "PolicyName", "p" + i, "PolicyDocument", DOCUMENT);
      }
      for (int i = 0; i < 10; i++) {
        iam.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", iam.arn("policy/p" + i));
      }
      assertThat(
              iam.refusal(
                  "AttachUserPolicy", "UserName", "admin", "PolicyArn", iam.arn("policy/p10")))
          .isEqualTo("409 LimitExceeded Cannot exceed quota for PoliciesPerUser: 10");
    }

    @Test
    void a_boundary_must_exist() {
      assertThat(
              iam.refusal(
                  "PutUserPermissionsBoundary", "UserName", "admin", "PermissionsBoundary", arn))
          .isEqualTo(
              "404 NoSuchEntity Scope ARN: " + arn + " does not exist or is not attachable.");
    }
  }

  private void make(String kind, String name) {
    switch (kind) {
      case "Group" -> iam.call("CreateGroup", "GroupName", name);
      case "Role" ->
          iam.call(
              "CreateRole",
              "RoleName",
              name,
              "AssumeRolePolicyDocument",
              "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
                  + "\"Action\":\"sts:AssumeRole\"}}");
      default -> assertThat(iam.call("GetUser", "UserName", name)).isNotEmpty();
    }
  }

  private Map<String, String> create(String... more) {
    String[] parameters = new String[4 + more.length];
    parameters[0] = "PolicyName";
    parameters[1] = "reader";
    parameters[2] = "PolicyDocument";
    parameters[3] = DOCUMENT;
    System.arraycopy(more, 0, parameters, 4, more.length);
    return iam.call("CreatePolicy", parameters);
  }
}
