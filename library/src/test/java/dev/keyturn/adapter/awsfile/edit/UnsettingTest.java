package dev.keyturn.adapter.awsfile.edit;

import static dev.keyturn.adapter.awsfile.edit.Editing.config;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes with a key or a section, and what stays. */
class UnsettingTest {

  @Test
  void a_key_goes_with_its_line() {
    assertThat(config("[default]", "a = 1", "B=2", "c = 3", "").unset("default", "b"))
        .isEqualTo("[default]\na = 1\nc = 3\n");
  }

  @Test
  void its_continuation_lines_go_too() {
    assertThat(config("[default]", "a = 1", "  2", "# note", "\t3", "b = 4").unset("default", "a"))
        .isEqualTo("[default]\n# note\nb = 4");
  }

  @Test
  void every_line_of_the_key_goes_or_an_earlier_one_would_come_back() {
    assertThat(
            config("[default]", "a = 1", "A = 2", "[default]", "a = 3", "").unset("default", "a"))
        .isEqualTo("[default]\n[default]\n");
  }

  @ParameterizedTest
  @CsvSource({"default,b", "profile x,a", "default,s3.a", "default,a.b"})
  void what_is_missing_changes_nothing(String section, String key) {
    String text = "[default]\na = 1\ns3 =\n  b = 2";

    assertThat(config(text).unset(section, key)).isEqualTo(text);
  }

  @Test
  void a_file_whose_last_line_has_no_end_stays_so() {
    assertThat(config("[default]", "a = 1", "b = 2").unset("default", "b"))
        .isEqualTo("[default]\na = 1");
  }

  @Test
  void a_setting_of_a_block_goes_alone() {
    assertThat(config("[default]", "s3 =", "  a = 1", "  b = 2", "").unset("default", "s3.A"))
        .isEqualTo("[default]\ns3 =\n  b = 2\n");
  }

  @Test
  void a_block_goes_with_its_last_setting() {
    assertThat(config("[default]", "s3 =", "  a = 1", "b = 2", "").unset("default", "s3.a"))
        .isEqualTo("[default]\nb = 2\n");
  }

  @Test
  void a_block_goes_as_a_whole() {
    assertThat(
            config("[default]", "s3 =", "  a = 1", "", "  b = 2", "c = 3").unset("default", "s3"))
        .isEqualTo("[default]\n\nc = 3");
  }

  // --- sections ----------------------------------------------------------------------------------

  @Test
  void a_section_goes_with_its_settings_and_the_comments_among_them() {
    assertThat(
            config(
                    "[default]",
                    "a = 1",
                    "",
                    "# of x",
                    "[profile x]",
                    "# in x",
                    "b = 2",
                    "  3",
                    "",
                    "# of y",
                    "[profile y]",
                    "")
                .remove("profile x"))
        .isEqualTo("[default]\na = 1\n\n# of x\n\n# of y\n[profile y]\n");
  }

  @Test
  void one_of_two_blank_lines_around_a_section_goes_with_it() {
    assertThat(
            config("[default]", "", "[profile x]", "a = 1", "", " ", "[profile y]", "")
                .remove("profile x"))
        .isEqualTo("[default]\n\n[profile y]\n");
  }

  @Test
  void all_parts_of_a_section_go() {
    assertThat(
            config("[default]", "a = 1", "[profile x]", "[profile default]", "b = 2", "")
                .remove("default"))
        .isEqualTo("[profile x]\n");
  }

  @Test
  void a_section_that_is_missing_changes_nothing() {
    assertThat(config("[default]", "a = 1").remove("profile x")).isEqualTo("[default]\na = 1");
  }

  @Test
  void the_last_section_of_a_file_goes_and_its_blank_line_stays() {
    assertThat(config("[default]", "a = 1", "", "[profile x]", "b = 2", "").remove("profile x"))
        .isEqualTo("[default]\na = 1\n\n");
  }
}
