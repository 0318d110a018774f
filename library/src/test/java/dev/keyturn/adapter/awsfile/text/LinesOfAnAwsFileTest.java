package dev.keyturn.adapter.awsfile.text;

import static dev.keyturn.adapter.awsfile.TestFiles.config;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.TestFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is a line, a blank line, a comment: the outer grammar. */
class LinesOfAnAwsFileTest {

  @Test
  void an_empty_file_has_no_profiles() {
    assertThat(config("").profiles()).isEmpty();
  }

  @Test
  void a_missing_file_is_an_empty_one() {
    assertThat(new TestFiles().profiles()).isEmpty();
  }

  @Test
  void lines_end_with_LF_or_CR_LF_and_the_last_may_lack_an_end() {
    assertThat(config("[profile foo]\r\na = 1\nb = 2").profiles())
        .containsEntry("foo", Map.of("a", "1", "b", "2"));
  }

  @Test
  void a_lone_CR_ends_a_line_as_it_does_for_the_Java_SDK_and_botocore() {
    assertThat(config("[profile foo]\ra = 1\rb = 2\r\r\nc = 3").profiles())
        .containsEntry("foo", Map.of("a", "1", "b", "2", "c", "3"));
  }

  @Test
  void line_numbers_count_every_kind_of_line_ending_once() {
    var foo = config("\r\n\r\n\n[profile foo]\ra = 1").profile("foo");

    assertThat(foo.origin().line()).isEqualTo(4);
    assertThat(foo.setting("a").orElseThrow().origin().line()).isEqualTo(5);
  }

  @Test
  void blank_lines_are_ignored_everywhere() {
    assertThat(
            config("\t \n[profile foo]\n\t\n \nname = value\n\t \n[profile bar]\n \t").profiles())
        .isEqualTo(Map.of("foo", Map.of("name", "value"), "bar", Map.of()));
  }

  @Test
  void a_line_with_a_comment_sign_in_its_first_column_is_a_comment() {
    assertThat(config("# one\n; two\n#\n;\n[profile foo]\n#a = 1\n;b = 2").profiles())
        .isEqualTo(Map.of("foo", Map.of()));
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(config("\uFEFF[profile foo]\na = 1").profiles())
        .isEqualTo(Map.of("foo", Map.of("a", "1")));
  }

  @Test
  void a_file_of_a_byte_order_mark_alone_is_empty() {
    assertThat(config("\uFEFF").profiles()).isEmpty();
  }

  @Test
  void a_file_in_UTF_16_is_named_as_such() {
    TestFiles files =
        new TestFiles().with("config", "\uFEFF[default]\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(files.broken()).isEqualTo("1: the file is UTF-16, which no AWS tool reads");
  }

  @Test
  void a_value_that_is_not_UTF_8_breaks_the_file_and_its_line_is_named() {
    TestFiles files =
        new TestFiles()
            .with(
                "config", "[default]\n\nregion = caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(files.broken()).isEqualTo("3: the file is not text in UTF-8");
  }

  @Test
  void bytes_without_meaning_are_not_text_whatever_rule_they_break_first() {
    assertThat(new TestFiles().with("config", new byte[] {1, 2, 0, (byte) 0x80}).broken())
        .isEqualTo("1: the file is not text in UTF-8");
  }

  @Test
  void a_comment_in_another_encoding_does_no_harm() {
    TestFiles files =
        new TestFiles()
            .with("config", "# caf\u00e9\n[default]\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(files.profiles()).containsKey("default");
  }

  @Test
  void U_FFFD_itself_is_text() {
    assertThat(config("[default]\na = \uFFFD").profiles())
        .containsEntry("default", Map.of("a", "\uFFFD"));
  }
}
