package dev.keyturn.cli.app.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.port.RecordingOutput;
import dev.keyturn.cli.command.profile.ProfileChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a user reads of a bug, and can type next. */
class BugReportTest {

  private final RecordingOutput screen = new RecordingOutput(false);
  private final List<String> said = screen.errors();

  private void print(@Nullable TypedCommand typed, boolean debug) {
    Throwable bug = new IllegalStateException("must not be shown");
    BugReport.print(bug, "1.2", typed, screen, debug);
  }

  private static TypedCommand typed(String... words) {
    Syntax syntax = Syntax.of(ProfileChoice.OPTION).taking(ProfileChoice.PROFILE);
    return Arguments.read("status", syntax, List.of(words)).typed();
  }

  @Test
  void the_hint_is_the_same_line_with_debug() {
    print(typed("my profile"), false);
    assertThat(said)
        .containsExactly(
            "keyturn: a bug in Keyturn 1.2: IllegalStateException",
            "hint: for the lines to report at https://github.com/keyturn/keyturn/issues:"
                + " keyturn status 'my profile' --debug");
  }

  @Test
  void a_line_that_was_not_understood_is_not_repeated() {
    print(null, false);
    assertThat(said.get(1)).endsWith(": add --debug");
  }

  @Test
  void with_debug_it_has_the_lines_to_report_and_no_message_of_an_exception() {
    print(typed("work", "--debug"), true);
    assertThat(said).contains("java.lang.IllegalStateException");
    assertThat(said).noneMatch(line -> line.contains("must not be shown"));
    assertThat(said.get(said.size() - 1)).startsWith("hint: please report it");
  }
}
