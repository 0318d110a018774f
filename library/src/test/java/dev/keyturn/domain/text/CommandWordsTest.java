package dev.keyturn.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Split as by Python's {@code shlex.split}, which botocore uses. */
class CommandWordsTest {

  private static List<String> words(String line) {
    return CommandWords.split(line, false);
  }

  @Test
  void blanks_part_words() {
    assertThat(words("  op  item\tget ")).containsExactly("op", "item", "get");
  }

  @Test
  void a_blank_text_has_no_words() {
    assertThat(words("  ")).isEmpty();
  }

  @Test
  void quotes_keep_words_together_and_are_removed() {
    assertThat(words("a 'b c' \"d e\"f ''")).containsExactly("a", "b c", "d ef", "");
  }

  @Test
  void in_single_quotes_a_backslash_is_itself() {
    assertThat(words("'a\\b'")).containsExactly("a\\b");
  }

  @Test
  void in_double_quotes_it_escapes_quotes_and_itself_alone() {
    assertThat(words("\"a\\\"b\\\\c\\d\"")).containsExactly("a\"b\\c\\d");
  }

  @Test
  void elsewhere_it_escapes_what_follows() {
    assertThat(words("a\\ b \\'c")).containsExactly("a b", "'c");
  }

  @Test
  void nothing_else_is_special() {
    assertThat(words("$HOME ~ * | # ;")).containsExactly("$HOME", "~", "*", "|", "#", ";");
  }

  @Test
  void on_windows_a_backslash_is_part_of_a_path() {
    assertThat(CommandWords.split("C:\\bin\\op.exe \"C:\\a b\\c\"", true))
        .containsExactly("C:\\bin\\op.exe", "C:\\a b\\c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'open", "\"open", "open\\"})
  void what_is_left_open_is_refused(String line) {
    assertThatThrownBy(() -> words(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
