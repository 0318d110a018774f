package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.line.Topic;
import dev.keyturn.cli.command.line.Topic.Example;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import java.io.IOException;
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

/** What help promises is there: two examples, exit codes, and only commands that exist. */
class CatalogTest {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern COMMAND =
      Pattern.compile("keyturn ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?");

  @TempDir Path home;

  static List<Topic> topics() {
    return Catalog.TOPICS;
  }

  /** The sandbox is a program of its own that shows its own help. */
  static List<Topic> topicsWithHelp() {
    return topics().stream().filter(topic -> !topic.name().equals("sandbox")).toList();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_command_has_two_examples_of_itself(Topic topic) {
    assertThat(topic.examples()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(topic.examples())
        .extracting(Example::line)
        .allMatch(line -> (line + " ").startsWith("keyturn " + topic.name() + " "));
  }

  @ParameterizedTest
  @MethodSource("topicsWithHelp")
  void help_shows_examples_and_exit_codes(Topic topic) {
    String help = help(topic.name());
    assertThat(help).contains(topic.summary(), "Usage: keyturn " + topic.name(), "Exit codes:");
    assertThat(help).contains(topic.examples().stream().map(Example::line).toList());
    topic.exits().forEach(exit -> assertThat(help).contains(exit.number() + "  " + exit.meaning()));
  }

  /** It is what one looks into when a setting is refused. */
  @ParameterizedTest
  @MethodSource("topicsWithHelp")
  void help_is_shown_whatever_the_variables_hold(Topic topic) {
    Map<String, String> environment =
        Map.of("KEYTURN_RENEW_WITHIN", "abc", "KEYTURN_MFA_CODE", "abc");
    assertThat(help(topic.name(), environment)).isEqualTo(help(topic.name()));
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
    return Catalog.isGroup(first)
        ? second != null && Catalog.topic(first + " " + second).isPresent()
        : Catalog.topic(first).isPresent();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> library = Files.walk(Path.of("../library/src/main/java"));
        Stream<Path> cli = Files.walk(Path.of("src/main/java"))) {
      return Stream.concat(library, cli).filter(it -> it.toString().endsWith(".java")).toList();
    }
  }
}
