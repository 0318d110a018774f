package dev.keyturn.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.command.Topic;
import dev.keyturn.command.Topic.Example;
import dev.keyturn.transcript.Invocation;
import dev.keyturn.transcript.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What help promises is there: two examples of the command itself and its exit codes. */
class CatalogTest {

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

  private String help(String command) {
    Invocation call =
        new Invocation(List.of(command, "--help"), Map.of(), home, "", List.of(), false);
    Outcome outcome = new InsideTheTest(new HeldClock(Instant.EPOCH)).run(call);
    assertThat(outcome.exit()).isZero();
    return outcome.out();
  }
}
