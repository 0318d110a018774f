package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotas, names and ids. Eight devices and two keys per user have their facts elsewhere. */
class QuotasAndNamesTest {
  private final Company company = new Company();
  private final TestClient boss = company.boss;

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void a_device_has_50_tags_at_most() {
    assertThat(tagged(50)).isEqualTo("200");
    assertThat(tagged(51)).startsWith("400 ValidationError: ").contains("less than or equal to 50");
  }

  @Test
  void tags_of_several_requests_count_together() {
    tagged(50);
    String[] one = {
      "SerialNumber",
      Company.ARN + "mfa/tagged50",
      "Tags.member.1.Key",
      "x",
      "Tags.member.1.Value",
      ""
    };
    assertThat(boss.call("TagMFADevice", one).outcome()).startsWith("409 LimitExceeded: ");
  }

  @ParameterizedTest
  @CsvSource({"64, 200", "65, 400"})
  void a_new_user_name_has_64_characters_at_most(int length, int status) {
    assertThat(boss.call("CreateUser", "UserName", "u".repeat(length)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"128, 404", "129, 400"})
  void an_existing_user_is_asked_for_with_128_characters_at_most(int length, int status) {
    assertThat(boss.call("GetUser", "UserName", "u".repeat(length)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"64, 404", "65, 400"})
  void a_role_name_has_64_characters_at_most(int length, int status) {
    assertThat(boss.call("GetRole", "RoleName", "r".repeat(length)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"a_b+c=d.e@f-g, 200", "a/b, 400", "a b, 400", "a:b, 400", "'a,b', 200"})
  void a_name_has_an_alphabet(String name, int status) {
    assertThat(boss.call("CreateUser", "UserName", name).status()).isEqualTo(status);
  }

  @Test
  void a_path_has_at_most_512_characters_and_may_contain_any_visible_one() {
    String path = "/" + "p".repeat(510) + "/";
    assertThat(boss.call("CreateUser", "UserName", "a", "Path", path).outcome()).isEqualTo("200");
    assertThat(boss.call("CreateUser", "UserName", "b", "Path", "/" + path).status())
        .isEqualTo(400);
    assertThat(boss.call("CreateUser", "UserName", "c", "Path", "/!~$/").outcome())
        .isEqualTo("200");
    assertThat(boss.call("CreateUser", "UserName", "d", "Path", "/a b/").status()).isEqualTo(400);
  }

  @Test
  void names_are_unique_ignoring_case() {
    assertThat(boss.call("CreateUser", "UserName", "BOB").outcome())
        .isEqualTo("409 EntityAlreadyExists: User with name BOB already exists.");
    assertThat(boss.call("GetUser", "UserName", "BOB").text("UserName")).isEqualTo("bob");
  }

  @Test
  void ids_show_their_kind() {
    String trust =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}";
    assertThat(boss.call("CreateUser", "UserName", "a").text("UserId")).matches("AIDA[A-Z2-7]{17}");
    assertThat(
            boss.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", trust)
                .text("RoleId"))
        .matches("AROA[A-Z2-7]{17}");
    assertThat(boss.call("CreateGroup", "GroupName", "g").text("GroupId"))
        .matches("AGPA[A-Z2-7]{17}");
    assertThat(boss.call("CreateAccessKey", "UserName", "a").text("AccessKeyId"))
        .matches("AKIA[A-Z2-7]{16}");
    assertThat(boss.call("GetSessionToken").text("AccessKeyId")).matches("ASIA[A-Z2-7]{16}");
  }

  private String tagged(int count) {
    List<String> parameters = new ArrayList<>(List.of("VirtualMFADeviceName", "tagged" + count));
    for (int i = 1; i <= count; i++) {
      parameters.addAll(
          List.of("Tags.member." + i + ".Key", "key" + i, "Tags.member." + i + ".Value", "v"));
    }
    return boss.call("CreateVirtualMFADevice", parameters.toArray(String[]::new)).outcome();
  }
}
