package dev.keyturn.domain.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.profile.file.FileKind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may call a setting. */
class SettingNameTest {

  @Test
  void a_profile_and_its_key() {
    assertThat(parse("profile.dev.region")).isEqualTo(new SettingName("profile", "dev", "region"));
  }

  @Test
  void the_default_profile() {
    assertThat(parse("default.region")).isEqualTo(new SettingName("profile", "default", "region"));
  }

  @Test
  void a_nested_key() {
    assertThat(parse("profile.dev.s3.max_queue"))
        .isEqualTo(new SettingName("profile", "dev", "s3.max_queue"));
    assertThat(parse("default.s3.max_queue"))
        .isEqualTo(new SettingName("profile", "default", "s3.max_queue"));
  }

  @Test
  void a_key_alone_is_one_of_the_current_profile() {
    assertThat(parse("region")).isEqualTo(new SettingName("profile", "current", "region"));
    assertThat(parse("s3.max_queue"))
        .isEqualTo(new SettingName("profile", "current", "s3.max_queue"));
  }

  @Test
  void a_profile_without_a_key_is_refused() {
    assertThatThrownBy(() -> parse("profile.dev"))
        .hasMessageContaining("'profile.dev' names a profile and no key");
  }

  @Test
  void a_section_of_the_config_file_that_is_not_a_profile() {
    assertThat(parse("plugins.endpoint")).isEqualTo(new SettingName("plugins", "", "endpoint"));
    assertThat(parse("plugins.endpoint").section(FileKind.CONFIG)).isEqualTo("plugins");
  }

  @ParameterizedTest
  @CsvSource({"a.b.region, a.b, region", "a.b.c.s3.x, a.b.c, s3.x", "a.x.region, a, x.region"})
  void a_profile_whose_name_has_dots_is_found_when_it_exists(
      String rest, String profile, String key) {
    SettingName name =
        SettingName.parse(
            "profile." + rest, "current", Set.of("a", "a.b", "a.b.c")::contains, "USAGE");

    assertThat(name).isEqualTo(new SettingName("profile", profile, key));
  }

  @Test
  void the_longest_profile_that_exists_is_meant() {
    assertThat(
            SettingName.parse(
                    "profile.a.b.s3.x", "current", Set.of("a.b", "a.b.s3")::contains, "USAGE")
                .profile())
        .isEqualTo("a.b.s3");
  }

  @Test
  void the_section_of_a_profile_has_a_prefix_in_the_config_file_but_for_default() {
    assertThat(parse("profile.dev.region").section(FileKind.CONFIG)).isEqualTo("profile dev");
    assertThat(parse("profile.dev.region").section(FileKind.CREDENTIALS)).isEqualTo("dev");
    assertThat(parse("profile.default.region").section(FileKind.CONFIG)).isEqualTo("default");
  }

  @ParameterizedTest
  @CsvSource({
    "aws_access_key_id, true, false",
    "AWS_Secret_Access_Key, true, true",
    "aws_session_token, true, true",
    "aws_security_token, true, true",
    "region, false, false"
  })
  void the_keys_of_credentials_are_known(String key, boolean credential, boolean secret) {
    assertThat(parse(key).isCredential()).isEqualTo(credential);
    assertThat(SettingName.isSecret(key)).isEqualTo(secret);
  }

  private static SettingName parse(String text) {
    return SettingName.parse(text, "current", Set.of("dev")::contains, "USAGE");
  }
}
