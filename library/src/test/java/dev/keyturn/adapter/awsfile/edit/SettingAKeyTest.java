package dev.keyturn.adapter.awsfile.edit;

import static dev.keyturn.adapter.awsfile.edit.Editing.config;
import static dev.keyturn.adapter.awsfile.edit.Editing.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.profile.file.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bytes of a file a new value changes, and which not. */
class SettingAKeyTest {

  // --- an existing key
  // -----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {"region = old", "region=old", "region   =  old  ", "region =", "region\t=x"})
  void only_its_line_changes_and_becomes_key_equals_value(String line) {
    assertThat(
            config("# c", "[default]", "a  =  1", line, "b=2", "").set("default", "region", "new"))
        .isEqualTo("# c\n[default]\na  =  1\nregion = new\nb=2\n");
  }

  @Test
  void the_same_value_changes_nothing_at_all() {
    String text = "[default]\nregion=  same   # note";

    assertThat(config(text).set("default", "region", "same")).isEqualTo(text);
  }

  @Test
  void an_empty_value_is_written_without_a_blank_at_the_end() {
    assertThat(config("[default]", "region = x", "").set("default", "region", ""))
        .isEqualTo("[default]\nregion =\n");
  }

  @Test
  void the_key_keeps_the_case_it_is_written_in() {
    assertThat(config("[default]", "Region = x", "").set("default", "region", "y"))
        .isEqualTo("[default]\nRegion = y\n");
  }

  @Test
  void a_key_in_a_comment_is_not_the_key() {
    assertThat(config("[default]", "#region = x", "; region = y", "").set("default", "region", "z"))
        .isEqualTo("[default]\nregion = z\n#region = x\n; region = y\n");
  }

  @Test
  void a_key_of_the_same_name_in_a_block_is_not_the_key() {
    assertThat(config("[default]", "s3 =", "  region = x", "").set("default", "region", "y"))
        .isEqualTo("[default]\ns3 =\n  region = x\nregion = y\n");
  }

  @Test
  void a_comment_after_the_value_moves_to_a_line_of_its_own_above() {
    assertThat(
            config("[default]", "region = old  # why ; not ", "b = 2")
                .set("default", "region", "new"))
        .isEqualTo("[default]\n# why ; not \nregion = new\nb = 2");
  }

  @Test
  void a_comment_after_the_value_of_the_last_line_without_an_end_moves_too() {
    assertThat(config("[default]", "region = old ;why").set("default", "region", "new"))
        .isEqualTo("[default]\n;why\nregion = new");
  }

  @Test
  void its_continuation_lines_go_and_comments_between_them_stay() {
    assertThat(
            config("[default]", "a = 1", "  2", "# note", "", "\t3", "b = 4")
                .set("default", "a", "new"))
        .isEqualTo("[default]\na = new\n# note\n\nb = 4");
  }

  @Test
  void of_several_lines_for_one_key_the_last_one_changes() {
    assertThat(config("[default]", "a = 1", "A = 2", "").set("default", "a", "3"))
        .isEqualTo("[default]\na = 1\nA = 3\n");
  }

  @Test
  void of_several_sections_of_one_name_the_last_that_has_the_key_changes() {
    assertThat(
            config("[default]", "a = 1", "[default]", "a = 2", "[default]", "b = 3", "")
                .set("default", "a", "4"))
        .isEqualTo("[default]\na = 1\n[default]\na = 4\n[default]\nb = 3\n");
  }

  @Test
  void the_prefixed_default_is_the_effective_one() {
    assertThat(
            config("[profile default]", "a = 1", "[default]", "a = 2", "").set("default", "a", "3"))
        .isEqualTo("[profile default]\na = 3\n[default]\na = 2\n");
  }

  @Test
  void a_bracket_in_a_value_is_not_a_header() {
    assertThat(
            config("[default]", "a = [b]", "c =", " [d] = 1", "e = 2", "").set("default", "e", "3"))
        .isEqualTo("[default]\na = [b]\nc =\n [d] = 1\ne = 3\n");
  }

  // --- a new key ---------------------------------------------------------------------------------

  @Test
  void it_goes_below_the_last_property_of_its_section() {
    assertThat(
            config("[default]", "a = 1", "# note", "", "[profile x]", "b = 2", "")
                .set("default", "new", "v"))
        .isEqualTo("[default]\na = 1\nnew = v\n# note\n\n[profile x]\nb = 2\n");
  }

  @Test
  void it_goes_below_the_continuation_lines_of_the_last_property() {
    assertThat(config("[default]", "a = 1", "  2", "", "").set("default", "new", "v"))
        .isEqualTo("[default]\na = 1\n  2\nnew = v\n\n");
  }

  @Test
  void it_goes_below_the_header_of_an_empty_section() {
    assertThat(config("[default]", "", "[profile x]", "").set("default", "new", "v"))
        .isEqualTo("[default]\nnew = v\n\n[profile x]\n");
  }

  @Test
  void it_takes_the_line_ending_of_the_line_above() {
    assertThat(config("[default]\na = 1\r\nb = 2\r\n[profile x]\n").set("default", "new", "v"))
        .isEqualTo("[default]\na = 1\r\nb = 2\r\nnew = v\r\n[profile x]\n");
  }

  @Test
  void a_changed_line_keeps_its_own_line_ending() {
    assertThat(config("[default]\r\na = 1\nb = 2\r\nc = 3\r").set("default", "b", "v"))
        .isEqualTo("[default]\r\na = 1\nb = v\r\nc = 3\r");
  }

  @Test
  void a_last_line_without_an_end_gets_one_and_so_does_the_new_line_as_the_AWS_CLI_has_it() {
    assertThat(config("[default]\r\na = 1").set("default", "new", "v"))
        .isEqualTo("[default]\r\na = 1\r\nnew = v\r\n");
    assertThat(config("[default]", "s3 =", "  a = 1").set("default", "s3.b", "2"))
        .isEqualTo("[default]\ns3 =\n  a = 1\n  b = 2\n");
  }

  @Test
  void a_last_line_without_an_end_that_changes_stays_without() {
    assertThat(config("[default]", "a = 1").set("default", "a", "2")).isEqualTo("[default]\na = 2");
  }

  @Test
  void a_key_that_exists_in_another_section_is_new_here() {
    assertThat(config("[default]", "a = 1", "[profile x]", "").set("profile x", "a", "2"))
        .isEqualTo("[default]\na = 1\n[profile x]\na = 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"in valid", "caf\u00e9", "a:b", "a=b", "[a"})
  void a_new_key_that_some_AWS_tool_would_not_see_is_refused(String key) {
    assertThat(config("[default]").refusedSet("default", key, "v").message())
        .contains("cannot be a key");
  }

  // --- a new section -----------------------------------------------------------------------------

  @Test
  void a_new_section_goes_to_the_end_of_the_file() {
    assertThat(config("[default]", "a = 1", "", "# end", "").set("profile x", "b", "2"))
        .isEqualTo("[default]\na = 1\n\n# end\n[profile x]\nb = 2\n");
  }

  @Test
  void a_last_line_without_an_end_gets_one_before_a_new_section() {
    assertThat(config("[default]\r\na = 1").set("profile x", "b", "2"))
        .isEqualTo("[default]\r\na = 1\r\n[profile x]\r\nb = 2\r\n");
  }

  @ParameterizedTest
  @CsvSource({"'',''", "'\n','\n'", "'# c','# c\n'", "'\uFEFF','\uFEFF'"})
  void a_file_without_sections_gets_one(String text, String start) {
    assertThat(config(text).set("default", "a", "1")).isEqualTo(start + "[default]\na = 1\n");
  }

  @Test
  void a_new_default_section_has_no_prefix() {
    assertThat(config("").set("profile default", "a", "1")).isEqualTo("[default]\na = 1\n");
  }

  @Test
  void sso_sessions_and_services_get_their_prefix() {
    assertThat(config("").set("sso-session x", "a", "1")).isEqualTo("[sso-session x]\na = 1\n");
    assertThat(config("").set("services\tx", "a", "1")).isEqualTo("[services x]\na = 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"profile a b", "profile \"a b\"", "profile caf\u00e9", "DEFAULT", "", "profile "})
  void a_new_section_that_some_AWS_tool_would_not_see_is_refused(String section) {
    assertThat(config("").refusedSet(section, "a", "1").message()).isNotEmpty();
  }

  @Test
  void a_new_prefixed_section_of_the_credentials_file_is_refused() {
    assertThat(credentials("").refusedSet("profile x", "a", "1").message())
        .isEqualTo("AWS SDKs ignore [profile x] in a credentials file");
  }

  // --- which section is meant --------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[profile x]",
        "[profile\tx]",
        "[ profile  x ]",
        "[profile \"x\"]",
        "[profile 'x']",
        "[profile x] # c",
        "[profile x];c"
      })
  void a_section_is_found_by_its_name_however_its_header_is_written(String header) {
    assertThat(config(header, "a = 1", "").set("profile x", "a", "2"))
        .isEqualTo(header + "\na = 2\n");
  }

  @Test
  void an_odd_name_that_exists_is_edited_unchanged() {
    assertThat(config("[profile \"two  spaces\"]", "").set("profile two  spaces", "a", "1"))
        .isEqualTo("[profile \"two  spaces\"]\na = 1\n");
    assertThat(credentials("[some profile]", "").set("some profile", "a", "1"))
        .isEqualTo("[some profile]\na = 1\n");
  }

  @Test
  void a_section_without_its_prefix_is_another_section() {
    assertThat(config("[x]", "a = 1", "").set("profile x", "a", "2"))
        .isEqualTo("[x]\na = 1\n[profile x]\na = 2\n");
    assertThat(config("[x]", "a = 1", "").set("x", "a", "2")).isEqualTo("[x]\na = 2\n");
  }

  @Test
  void a_header_in_a_comment_or_after_a_blank_is_ignored() {
    assertThat(
            config("#[profile x]", "[default]", "a = 1", " [profile x]", "")
                .set("profile x", "b", "2"))
        .isEqualTo("#[profile x]\n[default]\na = 1\n [profile x]\n[profile x]\nb = 2\n");
  }

  @Test
  void a_byte_order_mark_before_the_header_stays_and_hides_nothing() {
    assertThat(config("\uFEFF[default]", "a = 1", "").set("default", "a", "2"))
        .isEqualTo("\uFEFF[default]\na = 2\n");
  }

  // --- nested settings ---------------------------------------------------------------------------

  @Test
  void a_new_block_has_lines_of_four_blanks() {
    assertThat(config("[default]", "a = 1", "").set("default", "s3.x", "v"))
        .isEqualTo("[default]\na = 1\ns3 =\n    x = v\n");
    assertThat(config("").set("default", "s3.x", "v")).isEqualTo("[default]\ns3 =\n    x = v\n");
  }

  @Test
  void a_new_setting_goes_to_the_end_of_its_block_with_the_indent_of_its_siblings() {
    assertThat(config("[default]", "s3 =", "\ta = 1", "", "b = 2", "").set("default", "s3.x", "v"))
        .isEqualTo("[default]\ns3 =\n\ta = 1\n\tx = v\n\nb = 2\n");
  }

  @Test
  void a_setting_of_a_block_changes_in_place_with_the_indent_it_has() {
    assertThat(config("[default]", "S3=", "  X=1", "   y = 2", "").set("default", "s3.x", "v"))
        .isEqualTo("[default]\nS3=\n  X = v\n   y = 2\n");
  }

  @Test
  void a_comment_after_a_setting_of_a_block_moves_to_the_first_column_above() {
    assertThat(config("[default]", "s3 =", "  x = 1 # c", "").set("default", "s3.x", "v"))
        .isEqualTo("[default]\ns3 =\n# c\n  x = v\n");
  }

  @Test
  void a_block_that_is_empty_gets_its_first_setting() {
    assertThat(config("[default]", "s3 =", "b = 2", "").set("default", "s3.x", "v"))
        .isEqualTo("[default]\ns3 =\n    x = v\nb = 2\n");
  }

  @Test
  void a_value_does_not_replace_a_block() {
    assertThat(config("[default]", "s3 =", "  x = 1").refusedSet("default", "s3", "v").message())
        .isEqualTo("'s3' is a block of settings, not a value");
  }

  @Test
  void a_block_does_not_replace_a_value() {
    assertThat(config("[default]", "s3 = 1").refusedSet("default", "s3.x", "v").message())
        .isEqualTo("'s3' has a value, so it cannot have settings below it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.c", ".b", "a.", "", " "})
  void a_key_has_one_level_or_two(String key) {
    assertThat(config("[default]").refusedSet("default", key, "v").message()).isNotEmpty();
  }

  // --- values ------------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\u000c", "\u0085", "\u2028", "\u2029"})
  void a_line_break_is_refused_wherever_it_is_and_the_value_is_not_repeated(String lineBreak) {
    Editing file = config("[default]");
    String secret = "wJalr" + lineBreak + "XUtnFEMI";

    assertThat(file.refusedSet("default", "a", secret).message())
        .isEqualTo("the value for 'a' contains a line break");
    assertThat(file.refusedSet("default", secret, "v").message())
        .isEqualTo("the key contains a line break");
    assertThat(file.refusedSet(secret, "a", "v").message())
        .isEqualTo("the section's name contains a line break");
    assertThat(file.refusedSet("default", "s3.x", secret).message()).doesNotContain("wJalr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a #b", "a\t;b", "#b", "; b"})
  void a_value_that_AWS_SDKs_would_cut_at_a_comment_sign_is_refused(String value) {
    assertThat(config("[default]").refusedSet("default", "a", value).message())
        .contains("which AWS SDKs treat as a comment");
  }

  @ParameterizedTest
  @ValueSource(strings = {" a", "a ", "\ta", "a\u00a0", "\u3000a", " "})
  void white_space_that_readers_would_drop_is_refused(String value) {
    assertThat(config("[default]").refusedSet("default", "a", value).message())
        .contains("begins or ends with white space");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0007b", "\u007f"})
  void control_characters_are_refused(String value) {
    assertThat(config("[default]").refusedSet("default", "a", value).message())
        .contains("control character");
  }

  @Test
  void half_a_character_is_refused() {
    assertThat(config("[default]").refusedSet("default", "a", "x\uD83D").message())
        .contains("not valid Unicode");
    assertThat(config("[default]").set("default", "a", "\uD83D\uDE02"))
        .isEqualTo("[default]\na = \uD83D\uDE02\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "a=b", "[x]", "a;b#c", "\"q\"", "%(x)s", "a:b", "\\", "caf\u00e9"})
  void any_other_value_is_written_as_it_is(String value) {
    assertThat(config("[default]").set("default", "a", value))
        .isEqualTo("[default]\na = " + value + "\n");
  }

  // --- files with mistakes -----------------------------------------------------------------------

  @Test
  void a_broken_file_is_not_touched() {
    assertThat(config("[default]", "a", "").refusedSet("default", "b", "1").message())
        .isEqualTo("config:2: Expected an '=' sign defining a property");
  }

  @Test
  void lines_that_nobody_reads_stay_as_they_are() {
    assertThat(config("[profile 'a b']", " junk", "junk", " more", "").set("profile a b", "c", "1"))
        .isEqualTo("[profile 'a b']\n junk\njunk\n more\nc = 1\n");
  }

  @Test
  void bytes_in_another_encoding_stay_as_they_are() {
    byte[] latin = {
      '[', 'a', ']', '\n', 'b', '=', '1', ' ', '#', (byte) 0xE9, '\n', 'c', '=', (byte) 0xE9
    };
    AwsFile edited =
        AwsFileEdit.apply(
            AwsFile.of(latin),
            FileKind.CREDENTIALS,
            "credentials",
            java.util.List.of(
                new dev.keyturn.domain.profile.file.ProfileFiles.Change.Set("a", "b", "2")));

    assertThat(edited.bytes())
        .containsExactly(
            '[', 'a', ']', '\n', '#', 0xE9, '\n', 'b', ' ', '=', ' ', '2', '\n', 'c', '=', 0xE9);
  }
}
