package dev.keyturn.cli.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.domain.failure.FailureName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/errors} has a page about each failure, which {@code keyturn help} shows. */
class ErrorPagesTest {

  private static final Path PAGES = Path.of("..", "docs", "errors");
  private static final Pattern CODE = Pattern.compile("(?s)```sh\\n(.*?)```");

  @TempDir private static Path home;

  @Test
  void every_failure_has_a_page_and_every_page_a_failure() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(FailureName.values()).map(name -> name.text() + ".md").toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_page_begins_with_the_meaning_and_the_exit_code(FailureName name) throws IOException {
    assertThat(page(name).lines().limit(5))
        .satisfiesExactly(
            heading -> assertThat(heading).isEqualTo("# " + name.text()),
            line -> assertThat(line).isEmpty(),
            meaning ->
                assertThat(meaning)
                    .matches("[^.]+\\. Exit code " + ExitCode.of(name).number() + "\\."),
            line -> assertThat(line).isEmpty(),
            causes -> assertThat(causes).isEqualTo("## Causes"));
    assertThat(page(name)).contains("\n## What to type\n\n");
  }

  @ParameterizedTest
  @EnumSource
  void each_line_to_type_is_a_command_with_options_that_it_has(FailureName name)
      throws IOException {
    List<String> lines = linesToType(name);
    assertThat(lines).isNotEmpty();
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), home);
    Wiring wiring = new Wiring(host, line -> {});
    for (String line : lines) {
      if (line.contains("keyturn ")) {
        List<String> words = List.of(line.replaceFirst(".*keyturn ", "").split(" "));
        Row one = Commands.named(words.get(0));
        Row row =
            requireNonNull(
                one == null ? Commands.named(String.join(" ", words.subList(0, 2))) : one, line);
        Arguments.read(
            row.name(),
            row.factory().from(wiring).syntax(),
            words.subList(one == null ? 2 : 1, words.size()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_line_for_the_aws_cli_names_the_profile(FailureName name) throws IOException {
    assertThat(linesToType(name))
        .filteredOn(line -> line.startsWith("aws "))
        .allMatch(line -> line.contains("--profile PROFILE"));
  }

  @ParameterizedTest
  @EnumSource
  void help_shows_the_page_in_80_columns_but_for_lines_to_type(FailureName name)
      throws IOException {
    List<String> code = linesToType(name);
    assertThat(help(name.text()).lines())
        .startsWith(name.text(), "")
        .contains("Causes:", "What to type:")
        .noneMatch(line -> line.contains("`") || line.contains("]("))
        .filteredOn(line -> !code.contains(line.strip()))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void help_lists_the_failures() {
    assertThat(help("errors").lines().map(line -> line.strip().split(" ", 2)[0]))
        .containsAll(Arrays.stream(FailureName.values()).map(FailureName::text).toList());
  }

  @Test
  void help_finds_a_failure_by_the_error_code_of_AWS() {
    assertThat(help("ExpiredToken")).startsWith("refused-key\n");
  }

  @Test
  void help_lists_the_failures_where_an_error_code_of_AWS_can_mean_several() {
    assertThat(help("AccessDenied"))
        .contains("  wrong-code ", "  refused ", "  unknown-mfa-device ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MultiFactorAuthentication failed | wrong-code
          failed with invalid MFA          | wrong-code
          An error occurred (AccessDenied) when calling the GetSessionToken operation: \
          MultiFactorAuthentication failed with invalid MFA one time pass code.  | wrong-code
          User: arn:aws:iam::1:user/a is not authorized to perform: sts:AssumeRole on resource: x \
          | refused
          An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: gone \
          | refused-key
          """)
  void help_finds_a_failure_by_what_AWS_says(String said, String failure) {
    assertThat(help(said)).contains(failure);
  }

  @Test
  void help_of_words_that_AWS_never_says_is_a_mistyped_command() {
    assertThat(outcome("help", "frobnicate the bucket").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void no_failure_is_called_like_a_command(FailureName name) {
    assertThat(Commands.named(name.text())).isNull();
    assertThat(Commands.isFirstWord(name.text())).isFalse();
  }

  private static List<String> linesToType(FailureName name) throws IOException {
    Matcher code = CODE.matcher(page(name));
    return code.results().flatMap(block -> block.group(1).lines()).toList();
  }

  private static String page(FailureName name) throws IOException {
    return Files.readString(PAGES.resolve(name.text() + ".md"));
  }

  private static String help(String word) {
    Outcome outcome = outcome("help", word);
    assertThat(outcome.exit()).isZero();
    return outcome.out();
  }

  private static Outcome outcome(String... words) {
    Invocation call = new Invocation(List.of(words), Map.of(), home, "", List.of(), false);
    return new InsideTheTest(new HeldClock(Instant.EPOCH)).run(call);
  }
}
