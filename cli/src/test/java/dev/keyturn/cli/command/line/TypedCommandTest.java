package dev.keyturn.cli.command.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hint means as a line that can be typed. */
class TypedCommandTest {

  private static final Flag FORCE = Option.flag("--force", "Force it.");
  private static final ValueOption<String> TO = Option.text("--to", "PLACE", "Where to.");
  private static final ValueOption<String> FROM = Option.text("--from", "PLACE", "Where from.");

  private static TypedCommand typed(String... words) {
    Argument<String> name = Argument.optional(Value.text("NAME"), "A name.");
    Syntax syntax = Syntax.of(FORCE, TO, FROM).taking(name);
    return Arguments.read("store add", syntax, List.of(words)).typed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add --force                           | keyturn store add work --from a --force
          add --to b                            | keyturn store add work --from a --to b
          add --from b                          | keyturn store add work --from b
          add --to b instead of --from          | keyturn store add work --to b
          if you are sure: add --force          | if you are sure: keyturn store add work --from a --force
          keyturn status, or add --force        | keyturn status, or keyturn store add work --from a --force
          keyturn status; or if so: add --other | keyturn status
          add --other                           | keyturn store add --help
          keyturn store add --to keychain       | keyturn store add --to keychain
          keyturn status                        | keyturn status
          """)
  void a_hint_that_needs_an_option_is_the_line_with_it(String hint, String line) {
    assertThat(typed("work", "--from", "a").line(hint)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"'', keyturn store add", "'in a terminal: ', in a terminal: keyturn store add"})
  void a_hint_may_be_the_same_line_again(String before, String line) {
    assertThat(typed().line(before + ShellCommand.AGAIN)).isEqualTo(line);
  }
}
