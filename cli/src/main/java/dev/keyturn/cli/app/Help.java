package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Topic;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Help texts: what a command does, its options, two examples, its exit codes. */
final class Help {

  private Help() {}

  static String overview() {
    StringBuilder text =
        new StringBuilder("keyturn: long-term AWS keys and one MFA code become a session\n\n")
            .append("Usage: keyturn COMMAND [ARGUMENT...]\n\n");
    return list(text, Catalog.TOPICS)
        .append("\nkeyturn COMMAND --help tells more; keyturn --version which one it is.\n")
        .append("New here? keyturn demo\n")
        .toString();
  }

  /** The commands that begin with {@code name}. */
  static String group(String name) {
    List<Topic> topics =
        Catalog.TOPICS.stream().filter(topic -> topic.name().startsWith(name + " ")).toList();
    StringBuilder text = new StringBuilder("Usage: keyturn " + name + " COMMAND [ARGUMENT...]\n\n");
    return list(text, topics).toString();
  }

  private static StringBuilder list(StringBuilder text, List<Topic> topics) {
    int width = topics.stream().mapToInt(topic -> topic.name().length()).max().orElse(0);
    for (Topic topic : topics) {
      String gap = " ".repeat(width - topic.name().length() + 2);
      text.append("  ").append(topic.name()).append(gap).append(topic.summary()).append('\n');
    }
    return text;
  }

  static String of(Topic topic, CommandSpec spec) {
    CommandLine.Help help = new CommandLine.Help(spec, Ansi.OFF);
    return spec.name()
        + ": "
        + topic.summary()
        + "\n\nUsage: "
        + help.synopsis(0).strip()
        + "\n\n"
        + help.parameterList()
        + help.optionList()
        + "\nExamples:\n"
        + examples(topic)
        + "\nExit codes:\n"
        + exits(topic);
  }

  private static String examples(Topic topic) {
    int width = topic.examples().stream().mapToInt(it -> it.line().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Topic.Example example : topic.examples()) {
      String gap = " ".repeat(width - example.line().length() + 2);
      text.append("  ").append(example.line()).append(gap).append(example.does()).append('\n');
    }
    return text.toString();
  }

  /** The command's own, and those that every command has. */
  private static String exits(Topic topic) {
    List<ExitCode> exits = new ArrayList<>(topic.exits());
    exits.addAll(List.of(ExitCode.USAGE, ExitCode.BUG, ExitCode.OUTPUT_CLOSED));
    StringBuilder text = new StringBuilder();
    exits.stream()
        .distinct()
        .sorted()
        .forEach(exit -> text.append(String.format("  %3d  %s%n", exit.number(), exit.meaning())));
    return text.toString();
  }
}
