package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.line.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The long options of every command, for completion. */
final class CommandOptions {

  private CommandOptions() {}

  static SequencedMap<String, List<String>> of(App app) {
    SequencedMap<String, List<String>> options = new LinkedHashMap<>();
    for (Topic topic : Catalog.TOPICS) {
      options.put(topic.name(), names(app.command(topic.name(), line -> {})));
    }
    return options;
  }

  private static List<String> names(Command command) {
    CommandSpec spec = CommandSpec.create();
    command.declare(spec);
    Options.addCommon(spec);
    List<String> names = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      names.add(option.longestName());
    }
    return names;
  }
}
