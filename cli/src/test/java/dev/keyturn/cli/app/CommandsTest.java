package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Manual.Example;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the table: everything that help promises exists, and only existing commands are
 * named.
 */
class CommandsTest {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern COMMAND =
      Pattern.compile("keyturn ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?");

  @TempDir private static Path home;

  static List<Page> pages() {
    Host host = new InsideTheTest(new HeldClock(Instant.EPOCH)).host(Map.of(), home);
    return Commands.pages(new Wiring(host, line -> {})).all();
  }

  /** The sandbox is a program of its own that shows its own help. */
  static List<Page> pagesWithHelp() {
    return pages().stream().filter(page -> !page.name().equals("sandbox")).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_command_has_two_examples_of_itself(Page page) {
    List<Example> examples = page.command().get().manual().examples();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    assertThat(examples)
        .extracting(Example::line)
        .allMatch(line -> (line + " ").matches(".*keyturn (--)?" + page.name() + "[ )].*"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_summary_is_a_phrase_that_fits_on_a_line(Page page) {
    assertThat(page.summary()).matches("[a-z].*[^.]").hasSizeLessThanOrEqualTo(58);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_option_and_argument_says_what_it_does(Page page) {
    Command command = page.command().get();
    assertThat(command.syntax().options())
        .extracting(Option::text)
        .allMatch(text -> text.matches("[A-Z].*[.]"));
    command
        .syntax()
        .arguments()
        .forEach(argument -> assertThat(argument.text()).matches("[A-Z].*[.]"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_two_options_of_a_command_share_a_name(Page page) {
    assertThat(page.command().get().syntax().options().stream().flatMap(it -> it.names().stream()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_option_of_a_command_class_is_declared_by_it(Page page) throws IllegalAccessException {
    Command command = page.command().get();
    for (Field field : command.getClass().getDeclaredFields()) {
      if (Option.class.isAssignableFrom(field.getType())) {
        field.setAccessible(true);
        assertThat(command.syntax().options()).contains((Option) field.get(null));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pagesWithHelp")
  void help_shows_examples_and_exit_codes(Page page) {
    String help = help(page.name());
    Manual manual = page.command().get().manual();
    assertThat(help).contains(page.summary(), "Usage: keyturn " + page.name(), "Exit codes:");
    assertThat(help).contains(manual.examples().stream().map(Example::line).toList());
    manual
        .exits()
        .forEach(exit -> assertThat(help).contains(exit.number() + "  " + exit.meaning()));
  }

  @ParameterizedTest
  @MethodSource("pagesWithHelp")
  void help_fits_into_80_columns_but_for_long_examples(Page page) {
    assertThat(help(page.name()).lines())
        .filteredOn(line -> !line.contains("keyturn " + page.name()) && !line.contains("--format"))
        .allMatch(line -> line.length() <= 80);
  }

  /** It is what one looks into when a setting is refused. */
  @ParameterizedTest
  @MethodSource("pagesWithHelp")
  void help_is_shown_whatever_the_values_of_the_variables(Page page) {
    Map<String, String> environment =
        Map.of("KEYTURN_RENEW_WITHIN", "abc", "KEYTURN_MFA_CODE", "abc");
    assertThat(help(page.name(), environment)).isEqualTo(help(page.name()));
  }

  private String help(String command) {
    return help(command, Map.of());
  }

  private String help(String command, Map<String, String> environment) {
    List<String> words = List.of((command + " --help").split(" ", -1));
    Invocation call = new Invocation(words, environment, home, "", List.of(), false);
    Outcome outcome = new InsideTheTest(new HeldClock(Instant.EPOCH)).run(call);
    assertThat(outcome.exit()).isZero();
    return outcome.out();
  }

  /** Every hint is written as text somewhere in the sources. */
  @Test
  void every_command_that_a_text_names_exists() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Path file : sources()) {
      Matcher texts = TEXT.matcher(Files.readString(file));
      while (texts.find()) {
        Matcher named = COMMAND.matcher(texts.group());
        while (named.find()) {
          if (!exists(named.group(1), named.group(2))) {
            unknown.add(named.group() + " in " + file.getFileName());
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** The second word is part of the name in groups of commands only. */
  private static boolean exists(String first, @Nullable String second) {
    return Commands.isFirstWord(first)
        ? second != null && Commands.named(first + " " + second) != null
        : Commands.named(first) != null;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> library = Files.walk(Path.of("../library/src/main/java"));
        Stream<Path> cli = Files.walk(Path.of("src/main/java"))) {
      return Stream.concat(library, cli).filter(it -> it.toString().endsWith(".java")).toList();
    }
  }
}
