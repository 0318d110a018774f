package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
  private final IamCalls iam = new IamCalls();

  @BeforeEach
  void something_of_each_kind() {
    iam.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone");
    iam.call(
        "CreateRole",
        "RoleName",
        "operator",
        "AssumeRolePolicyDocument",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}");
    iam.call(
        "CreatePolicy",
        "PolicyName",
        "p",
        "PolicyDocument",
        "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "User, UserName, admin, TagUser, ListUserTags",
    "Role, RoleName, operator, TagRole, ListRoleTags",
    "Policy, PolicyArn, arn:aws:iam::123456789012:policy/p, TagPolicy, ListPolicyTags",
    "MFADevice, SerialNumber, arn:aws:iam::123456789012:mfa/phone, TagMFADevice, ListMFADeviceTags"
  })
  void tags_are_set_replaced_and_taken_away(
      String kind, String parameter, String subject, String tag, String list) {
    iam.call(tag, parameters(parameter, subject, "b", "1", "a", "2"));
    iam.call(tag, parameters(parameter, subject, "b", ""));
    assertThat(iam.call(list, parameter, subject))
        .containsEntry("Tags.1.Key", "a")
        .containsEntry("Tags.1.Value", "2")
        .containsEntry("Tags.2.Key", "b")
        .containsEntry("Tags.2.Value", "");
    iam.call("Untag" + kind, parameter, subject, "TagKeys.member.1", "a");
    assertThat(iam.call(list, parameter, subject))
        .containsEntry("Tags.1.Key", "b")
        .doesNotContainKey("Tags.2.Key");
  }

  @ParameterizedTest
  @CsvSource({"TagUser, tags", "UntagUser, tagKeys"})
  void tags_and_keys_of_tags_must_be_given(String action, String member) {
    assertThat(iam.refusal(action, "UserName", "admin"))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at '"
                + member
                + "' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void a_user_is_made_with_tags() {
    iam.call("CreateUser", parameters("UserName", "alice", "Team", "Platform"));
    assertThat(iam.call("GetUser", "UserName", "alice"))
        .containsEntry("User.Tags.1.Key", "Team")
        .containsEntry("User.Tags.1.Value", "Platform");
  }

  @Test
  void keys_differ_by_more_than_their_case() {
    assertThat(iam.refusal("TagUser", parameters("UserName", "admin", "a", "1", "A", "2")))
        .isEqualTo(
            "400 InvalidInput Duplicate tag keys found. Please note that Tag keys are case"
                + " insensitive.");
  }

  @Test
  void a_tag_of_a_user_is_removed_by_its_key_in_any_case() {
    iam.call("TagUser", parameters("UserName", "admin", "Team", "a"));
    iam.call("UntagUser", "UserName", "admin", "TagKeys.member.1", "team");
    assertThat(iam.call("ListUserTags", "UserName", "admin")).doesNotContainKey("Tags.1.Key");
  }

  @ParameterizedTest
  @CsvSource({"Value, key", "Key, value"})
  void a_tag_has_a_key_and_a_value(String given, String missing) {
    assertThat(iam.refusal("TagUser", "UserName", "admin", "Tags.member.1." + given, "a"))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'tags.1.member."
                + missing
                + "' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void in_policies_case_is_enough() {
    String arn = iam.arn("policy/p");
    iam.call("TagPolicy", parameters("PolicyArn", arn, "a", "lower", "A", "upper"));
    assertThat(iam.call("ListPolicyTags", "PolicyArn", arn))
        .containsEntry("Tags.1.Value", "upper")
        .containsEntry("Tags.2.Value", "lower");
    assertThat(iam.refusal("TagPolicy", parameters("PolicyArn", arn, "a", "1", "a", "2")))
        .isEqualTo("400 InvalidInput Duplicate tag keys found.");
  }

  @Test
  void a_request_has_50_tags_at_most() {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      tags.add("k" + i);
      tags.add("v");
    }
    assertThat(iam.refusal("TagUser", parameters("UserName", "admin", tags.toArray(String[]::new))))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'tags' failed to satisfy"
                + " constraint: Member must have length less than or equal to 50");
  }

  @Test
  void a_key_has_128_characters_at_most() {
    assertThat(iam.refusal("TagUser", parameters("UserName", "admin", "k".repeat(129), "v")))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'tags.1.member.key' failed"
                + " to satisfy constraint: Member must have length less than or equal to 128");
  }

  @Test
  void a_value_has_256_characters_at_most() {
    assertThat(iam.refusal("TagUser", parameters("UserName", "admin", "k", "v".repeat(257))))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'tags.1.member.value' failed"
                + " to satisfy constraint: Member must have length less than or equal to 256");
  }

  @Test
  void a_key_has_only_some_kinds_of_characters() {
    assertThat(iam.refusal("TagUser", parameters("UserName", "admin", "k,", "v")))
        .isEqualTo(
            "400 ValidationError 1 validation error detected: Value at 'tags.1.member.key' failed"
                + " to satisfy constraint: Member must satisfy regular expression pattern:"
                + " [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
  }

  @Test
  void only_virtual_devices_have_tags() {
    assertThat(iam.refusal("ListMFADeviceTags", "SerialNumber", "GAHT12345678"))
        .isEqualTo("404 NoSuchEntity MFA Device with serial number GAHT12345678 does not exist.");
  }

  private static String[] parameters(String parameter, String subject, String... tags) {
    List<String> all = new ArrayList<>(List.of(parameter, subject));
    for (int i = 0; i < tags.length; i += 2) {
      String member = "Tags.member." + (i / 2 + 1);
      all.addAll(List.of(member + ".Key", tags[i], member + ".Value", tags[i + 1]));
    }
    return all.toArray(String[]::new);
  }
}
