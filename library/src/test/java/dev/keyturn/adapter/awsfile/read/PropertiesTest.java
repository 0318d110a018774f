package dev.keyturn.adapter.awsfile.read;

import static dev.keyturn.adapter.awsfile.TestFiles.config;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.domain.profile.file.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code key = value} means, with its continuation lines and nested blocks. */
class PropertiesTest {

  @Test
  void a_property_before_any_section_breaks_the_file() {
    assertThat(config("name = value").broken()).isEqualTo("1: Expected a profile definition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[profile in valid]", "[foo]", "[profile ]"})
  void everything_in_an_ignored_section_is_dropped(String header) {
    TestFiles files = config(header + "\n continued\nno equals sign\n= v\na =\n b\n[profile bar]");

    assertThat(files.profiles()).containsOnlyKeys("bar");
  }

  @Test
  void the_first_equals_sign_separates_key_and_value() {
    assertThat(foo("name = val=ue")).isEqualTo(Map.of("name", "val=ue"));
  }

  @Test
  void blanks_around_key_and_value_are_dropped() {
    assertThat(foo("name \t=  \tvalue \t")).isEqualTo(Map.of("name", "value"));
  }

  @Test
  void other_white_space_is_part_of_the_value() {
    assertThat(foo("name = \u00a0value\u3000")).isEqualTo(Map.of("name", "\u00a0value\u3000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"key : value", "key", "key # a = b"})
  void a_property_needs_an_equals_sign(String line) {
    assertThat(broken(line)).isEqualTo("2: Expected an '=' sign defining a property");
  }

  @Test
  void a_property_needs_a_name() {
    assertThat(broken("= value")).isEqualTo("2: Property did not have a name");
  }

  @Test
  void an_empty_value_is_a_value() {
    assertThat(foo("name =")).isEqualTo(Map.of("name", ""));
  }

  @Test
  void values_may_have_any_characters() {
    assertThat(foo("name = \uD83D\uDE02 \u00e9 \"x\" %(y)s ${z}"))
        .isEqualTo(Map.of("name", "\uD83D\uDE02 \u00e9 \"x\" %(y)s ${z}"));
  }

  @Test
  void quotes_are_part_of_the_value() {
    assertThat(foo("region = \"us-west-2\"")).isEqualTo(Map.of("region", "\"us-west-2\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"in valid = v", "caf\u00e9 = v", "a! = v\n continued", "a! =\n continued"})
  void a_key_with_other_characters_than_a_name_is_ignored_alone(String line) {
    TestFiles files = config("[profile foo]\n" + line + "\nb = 2");

    assertThat(files.profiles()).isEqualTo(Map.of("foo", Map.of("b", "2")));
  }

  @Test
  void all_characters_of_names_are_allowed_in_keys() {
    String key = "abcdefghijklmnopqrstuvwxyz0123456789-_/.%@:+";

    assertThat(foo(key + " = value")).isEqualTo(Map.of(key, "value"));
  }

  @Test
  void keys_are_compared_in_lower_case() {
    assertThat(foo("AWS_Access_Key_ID = a\naws_access_KEY_id = b"))
        .isEqualTo(Map.of("aws_access_key_id", "b"));
  }

  @Test
  void a_comment_begins_at_a_sign_with_a_blank_before_it() {
    assertThat(foo("a = v # c ; d\nb = v ; c # d\nc = v\t#\nd = v ;"))
        .isEqualTo(Map.of("a", "v", "b", "v", "c", "v", "d", "v"));
  }

  @Test
  void a_sign_that_touches_the_value_is_part_of_it() {
    assertThat(foo("a = v; x\nb = v# x\nc = a#b\nd =#c"))
        .isEqualTo(Map.of("a", "v; x", "b", "v# x", "c", "a#b", "d", "#c"));
  }

  @Test
  void a_value_that_begins_as_a_comment_is_empty() {
    assertThat(foo("key = # c")).isEqualTo(Map.of("key", ""));
  }

  @Test
  void of_several_values_for_one_key_the_last_one_counts_and_has_its_line() {
    TestFiles files = config("[profile foo]\nname = value\nname = value2");

    assertThat(files.profiles()).isEqualTo(Map.of("foo", Map.of("name", "value2")));
    assertThat(files.setting("foo", "name").origin().line()).isEqualTo(3);
  }

  // --- continuation lines ------------------------------------------------------------------------

  @Test
  void an_indented_line_continues_the_value_after_a_line_feed() {
    assertThat(foo("name = value\n -continued\n\t -and-continued \t "))
        .isEqualTo(Map.of("name", "value\n-continued\n-and-continued"));
  }

  @Test
  void comments_in_continuation_lines_are_part_of_the_value() {
    assertThat(foo("name = value # gone\n -continued # kept\n ; kept"))
        .isEqualTo(Map.of("name", "value\n-continued # kept\n; kept"));
  }

  @Test
  void blank_lines_and_comments_in_the_first_column_do_not_end_a_value() {
    assertThat(foo("name = a\n\n# comment\n  \n b")).isEqualTo(Map.of("name", "a\nb"));
  }

  @Test
  void an_indented_header_is_part_of_the_value() {
    assertThat(foo("name = a\n [default]")).isEqualTo(Map.of("name", "a\n[default]"));
  }

  @Test
  void an_indented_line_needs_a_section_above() {
    assertThat(config(" -continued").broken()).isEqualTo("1: Expected a profile definition");
  }

  @Test
  void an_indented_line_needs_a_property_above() {
    assertThat(broken(" -continued"))
        .isEqualTo("2: Expected a property definition, found continuation");
  }

  @Test
  void a_header_ends_the_property_above_it() {
    assertThat(broken("name = value\n[profile foo]\n -continued"))
        .isEqualTo("4: Expected a property definition, found continuation");
  }

  @Test
  void a_later_value_replaces_an_earlier_one_with_its_continuation_lines() {
    assertThat(foo("name = a\n b\nname = c")).isEqualTo(Map.of("name", "c"));
  }

  // --- nested blocks -----------------------------------------------------------------------------

  @Test
  void indented_lines_below_an_empty_value_are_sub_properties() {
    TestFiles files = config("[profile foo]\ns3 =\n name = value\n\t \n Other=x # note");
    Setting s3 = files.setting("foo", "s3");

    assertThat(s3.value()).isEqualTo("\nname = value\nOther=x # note");
    assertThat(s3.nested()).containsOnlyKeys("name", "other");
    assertThat(s3.nested().values()).extracting(Setting::value).containsExactly("value", "x");
    assertThat(s3.nested().values()).extracting(x -> x.origin().line()).containsExactly(3, 5);
  }

  @Test
  void a_comment_in_place_of_a_value_opens_a_block() {
    assertThat(foo("s3 = # settings\n a = b")).isEqualTo(Map.of("s3", "\na = b"));
  }

  @Test
  void a_sub_property_needs_an_equals_sign() {
    assertThat(broken("s3 =\n invalid"))
        .isEqualTo("3: Expected an '=' sign defining a sub-property");
  }

  @Test
  void an_indented_comment_in_a_block_breaks_the_file() {
    assertThat(broken("s3 =\n # note"))
        .isEqualTo("3: Expected an '=' sign defining a sub-property");
  }

  @Test
  void a_sub_property_needs_a_name() {
    assertThat(broken("s3 =\n = value")).isEqualTo("3: Sub-property did not have a name");
  }

  @Test
  void a_sub_property_may_have_an_empty_value() {
    assertThat(foo("s3 =\n name =")).isEqualTo(Map.of("s3", "\nname ="));
  }

  @Test
  void a_sub_property_may_have_any_name() {
    assertThat(foo("s3 =\n in valid = value")).isEqualTo(Map.of("s3", "\nin valid = value"));
  }

  @Test
  void the_last_sub_property_of_a_name_counts() {
    Setting s3 = config("[default]\ns3 =\n a = 1\n A = 2").setting("default", "s3");

    assertThat(s3.nested().values()).extracting(Setting::value).containsExactly("2");
  }

  @Test
  void settings_keep_the_order_of_the_file() {
    assertThat(foo("b = 1\na = 2\nc = 3").keySet())
        .containsExactlyElementsOf(List.of("b", "a", "c"));
  }

  private static Map<String, String> foo(String body) {
    return config("[profile foo]\n" + body).profiles().getOrDefault("foo", Map.of());
  }

  private static String broken(String body) {
    return config("[profile foo]\n" + body).broken();
  }
}
