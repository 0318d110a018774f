package dev.keyturn.adapter.awsfile.read;

import static dev.keyturn.adapter.awsfile.TestFiles.config;
import static dev.keyturn.adapter.awsfile.TestFiles.credentials;
import static dev.keyturn.adapter.awsfile.TestFiles.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.TestFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text between brackets means in either file. */
class SectionHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"[profile foo", "[", "[profile a#b]", "[profile foo] trailing", "[profile foo]]x"})
  void a_header_ends_with_a_bracket_or_the_file_is_broken(String header) {
    assertThat(config("[default]\n" + header).broken())
        .isEqualTo("2: Profile definition must end with ']'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[profile foo]; c", "[profile foo]# c", "[profile foo] ; c", "[profile foo]\t#"})
  void a_comment_may_follow_a_header_and_touch_its_bracket(String header) {
    assertThat(config(header).profiles()).containsOnlyKeys("foo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[profile \tfoo \t]", "[   profile foo    ]", "[profile\tfoo]"})
  void blanks_around_prefix_and_name_are_ignored(String header) {
    assertThat(config(header).profiles()).containsOnlyKeys("foo");
  }

  @Test
  void blanks_around_a_name_in_the_credentials_file_are_ignored() {
    assertThat(credentials("[   foo    ]").profiles()).containsOnlyKeys("foo");
  }

  @Test
  void a_prefix_counts_only_when_a_blank_separates_it_from_the_name() {
    assertThat(config("[profilefoo]\nname = value\n[profile bar]").profiles())
        .containsOnlyKeys("bar");
    assertThat(credentials("[profilefoo]\n[sso-sessionfoo]").profiles())
        .containsOnlyKeys("profilefoo", "sso-sessionfoo");
  }

  @Test
  void the_default_profile_may_have_a_prefix_or_none() {
    assertThat(config("[default]\na = 1").profiles())
        .isEqualTo(config("[profile default]\na = 1").profiles())
        .containsOnlyKeys("default");
  }

  @Test
  void any_other_unprefixed_section_of_the_config_file_is_not_a_profile() {
    var read = config("[foo]\nname = value").read();

    assertThat(read.profiles()).isEmpty();
    assertThat(valuesOf(read.unprefixed())).isEqualTo(Map.of("foo", Map.of("name", "value")));
    assertThat(read.ignored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[profile foo]", "[sso-session foo]", "[services foo]"})
  void a_prefixed_section_of_the_credentials_file_is_ignored(String header) {
    TestFiles files = credentials(header + "\nname = value\n[bar]");

    assertThat(files.profiles()).containsOnlyKeys("bar");
    assertThat(files.ignored()).containsExactly(header + ":1");
  }

  @Test
  void the_prefixed_default_drops_the_unprefixed_one_wherever_it_is() {
    var prefixedAlone = Map.of("default", Map.of("name", "value"));

    assertThat(config("[profile default]\nname = value\n[default]\nname2 = value2").profiles())
        .isEqualTo(prefixedAlone);
    assertThat(config("[default]\nname2 = value2\n[profile default]\nname = value").profiles())
        .isEqualTo(prefixedAlone);
  }

  @Test
  void several_prefixed_defaults_merge_with_each_other_and_with_the_credentials_file() {
    String config = "[profile default]\na = 1\n[default]\nb = 2\n[profile default]\nc = 3";

    assertThat(config(config).with("credentials", "[default]\nsecret=foo").profiles())
        .isEqualTo(Map.of("default", Map.of("a", "1", "c", "3", "secret", "foo")));
  }

  @Test
  void a_header_that_is_part_of_a_value_is_noted() {
    assertThat(config("[default]\na = 1\n  [profile x]\ns3 =\n  [y] = z\n").ignored())
        .containsExactly("[profile x]:3");
  }

  @Test
  void names_may_have_letters_digits_and_eight_signs() {
    String name = "some-thing:long/the_one%only.foo@bar+ABCXYZ089";

    assertThat(config("[profile " + name + "]").profiles()).containsOnlyKeys(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[profile foo!bar]",
        "[profile in valid]",
        "[profile \"my profile\"]",
        "[profile 'foo']",
        "[profile caf\u00e9]",
        "[sso-session in valid]",
        "[sso-sesion foo]"
      })
  void a_section_with_any_other_character_in_its_name_is_ignored_with_its_properties(
      String header) {
    TestFiles files = config(header + "\nname = value\n[profile bar]\nname = value2");

    assertThat(files.profiles()).isEqualTo(Map.of("bar", Map.of("name", "value2")));
    assertThat(files.read().unprefixed()).isEmpty();
    assertThat(files.ignored()).containsExactly(header + ":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[profile ]", "[sso-session ]", "[services ]", "[profile]", "[]", "[ ]"})
  void a_section_without_a_name_is_ignored(String header) {
    TestFiles files = config(header + "\na = 1");

    assertThat(files.profiles()).isEmpty();
    assertThat(files.read().ssoSessions()).isEmpty();
    assertThat(files.read().services()).isEmpty();
    assertThat(files.read().unprefixed()).isEmpty();
    assertThat(files.ignored()).containsExactly(header + ":1");
  }

  @Test
  void names_are_case_sensitive() {
    assertThat(config("[profile Foo]\n[profile foo]\n[profile FOO]").profiles())
        .containsOnlyKeys("Foo", "foo", "FOO");
  }

  @Test
  void DEFAULT_is_not_the_default_profile() {
    assertThat(config("[DEFAULT]\na = 1").profiles()).isEmpty();
  }

  @Test
  void profiles_sso_sessions_and_services_have_name_spaces_of_their_own() {
    var read =
        config("[profile x]\na = 1\n[sso-session x]\na = 2\n[services x]\na = 3\n[services x]\nb=4")
            .read();

    assertThat(valuesOf(read.profiles())).isEqualTo(Map.of("x", Map.of("a", "1")));
    assertThat(valuesOf(read.ssoSessions())).isEqualTo(Map.of("x", Map.of("a", "2")));
    assertThat(valuesOf(read.services())).isEqualTo(Map.of("x", Map.of("a", "3", "b", "4")));
  }

  @Test
  void an_empty_section_is_a_profile_without_properties() {
    assertThat(config("[profile foo]\n[profile bar]").profiles())
        .isEqualTo(Map.of("foo", Map.of(), "bar", Map.of()));
  }

  @Test
  void sections_of_one_name_merge_and_the_later_value_counts() {
    String text = "[profile foo]\na = 1\nb = 1\n[profile bar]\n[profile foo]\nb = 2\nc = 2";

    assertThat(config(text).profiles().get("foo")).isEqualTo(Map.of("a", "1", "b", "2", "c", "2"));
    assertThat(config(text).profile("foo").origin().line()).isEqualTo(1);
  }

  @Test
  void a_profile_in_both_files_has_both_their_settings_and_the_credentials_file_takes_precedence() {
    TestFiles files =
        config("[profile foo]\na = 1\nb = 1").with("credentials", "[foo]\nb = 2\nc = 2");

    assertThat(files.profiles()).isEqualTo(Map.of("foo", Map.of("a", "1", "b", "2", "c", "2")));
    assertThat(valuesOf(files.read().credentials()))
        .isEqualTo(Map.of("foo", Map.of("b", "2", "c", "2")));
    assertThat(files.setting("foo", "b").origin()).hasToString("/home/ada/.aws/credentials:2");
  }
}
