package dev.keyturn.cli.command.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
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
          keyturn list, then add --name NAME    | keyturn list, then keyturn store add NAME --from a
          add --to b, else keyturn x            | keyturn store add work --from a --to b
          then: add --other b, else keyturn x   | then: keyturn x
          """)
  void a_hint_that_needs_an_option_is_the_line_with_it(String hint, String line) {
    assertThat(typed("work", "--from", "a").line(hint)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"'', keyturn store add", "'in a terminal: ', in a terminal: keyturn store add"})
  void a_hint_may_be_the_same_line_again(String before, String line) {
    assertThat(typed().line(before + ShellCommand.AGAIN)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "a --force, keyturn login a --force --device SERIAL",
    "a --device WRONG 123456, keyturn login a --device SERIAL CODE",
    "a b, keyturn login x --device SERIAL",
    "a-*, keyturn login x --device SERIAL",
    "--force, keyturn login --force --device SERIAL"
  })
  void an_option_for_one_profile_is_not_given_to_several(String words, String line) {
    Option device = Option.text("--device", "SERIAL", "Which.");
    Argument<String> profiles = Argument.any(Value.PROFILE, "Which.");
    Syntax syntax = Syntax.of(FORCE, device).taking(profiles);
    TypedCommand typed = Arguments.read("login", syntax, List.of(words.split(" ", -1))).typed();

    assertThat(typed.line("add --device SERIAL, else keyturn login x --device SERIAL"))
        .isEqualTo(line);
  }

  @Test
  void a_line_without_words_keeps_its_options() {
    assertThat(typed("work", "--from", "work", "--force").withoutWords(TO))
        .isEqualTo("keyturn store add --from work --force");
  }

  @ParameterizedTest
  @CsvSource({"-f, keyturn keys delete -f KEY", "-f A B, keyturn keys delete --help"})
  void a_missing_word_completes_the_line(String words, String line) {
    Flag force = Option.flag("-f", "Force it.");
    Syntax syntax = Syntax.of(force).taking(Argument.required(Value.text("KEY"), "Which."));

    assertThatThrownBy(() -> Arguments.read("keys delete", syntax, List.of(words.split(" ", -1))))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().hint()).isEqualTo(line));
  }
}
