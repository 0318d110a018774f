package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.line.ParsedArguments;
import dev.keyturn.cli.command.line.Topic;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * One run of the program: finds the command, parses what follows it, and turns whatever happens
 * into an exit status. The plain forms of what scripts and prompts call all the time are understood
 * without a parser, by {@link HotPath}.
 */
final class CommandLineRun {

  /** Of the options that many commands share, those whose value is the next word. */
  private static final Set<String> WITH_VALUE = Set.of("--output", "-p", "--profile");

  private static final Set<String> OF_ALL_COMMANDS =
      Set.of("--output", "-p", "--profile", "--debug", "--no-color");

  private final App app;
  private final Host host;

  CommandLineRun(App app, Host host) {
    this.app = app;
    this.host = host;
  }

  int run(String[] args) {
    List<String> words = List.of(args);
    int exit = outcome(words);
    IOException unwritten = host.streams().failure();
    if (unwritten != null) {
      return OutputFailure.exit(unwritten, host.streams());
    }
    return exit;
  }

  private int outcome(List<String> words) {
    List<String> own = beforeDashes(words);
    boolean debug = own.contains("--debug");
    try {
      ExitStatus hot = HotPath.run(words, app, host.environment());
      return (hot == null ? dispatch(words, debug) : hot).number();
    } catch (FailureException e) {
      print(e.failure(), own);
      return ExitCode.of(e.failure()).number();
    } catch (RuntimeException | Error e) {
      BugReport.print(e, host.streams(), debug);
      return ExitCode.BUG.number();
    }
  }

  /** Keyturn's own words: behind {@code --} stand those of another program. */
  private static List<String> beforeDashes(List<String> words) {
    int dashes = words.indexOf("--");
    return dashes < 0 ? words : words.subList(0, dashes);
  }

  /** Programs that run {@code credential-process} show or log what it says: one line. */
  private void print(Failure failure, List<String> words) {
    if (words.contains("credential-process")) {
      Failures.printLine(host.streams(), failure);
    } else {
      Failures.print(host.streams(), failure, wantsJson(words));
    }
  }

  private static boolean wantsJson(List<String> words) {
    int option = words.indexOf("--output");
    return words.contains("--output=json")
        || (option >= 0 && option + 1 < words.size() && words.get(option + 1).equals("json"));
  }

  private ExitStatus dispatch(List<String> words, boolean debug) {
    int name = firstWord(words);
    if (name < 0) {
      return withoutCommand(words);
    }
    int end = name + (Catalog.isGroup(words.get(name)) ? 2 : 1);
    if (end > words.size() || words.get(end - 1).startsWith("-")) {
      return group(words.get(name), words);
    }
    String typed = String.join(" ", words.subList(name, end));
    Topic topic =
        Catalog.topic(typed)
            .orElseThrow(() -> unknown(typed, words.subList(end, words.size())).exception());
    Consumer<String> trace = debug ? host.streams()::error : line -> {};
    Command command = app.command(topic.name(), trace);
    CommandSpec spec = CommandSpec.create().name("keyturn " + topic.name());
    // Else each look at an option searches its names for variables, which none has.
    spec.interpolateVariables(false);
    command.declare(spec);
    Options.addCommon(spec);
    List<String> rest = words.subList(end, words.size());
    Arguments arguments = parse(spec, withLeadingOptions(words.subList(0, name), rest));
    if (arguments.has("--help")) {
      host.streams().text(Help.of(topic, spec));
      return ExitCode.DONE;
    }
    return command.run(arguments);
  }

  /** The first word of commands of two words, alone. */
  private ExitCode group(String name, List<String> words) {
    if (words.contains("-h") || words.contains("--help")) {
      host.streams().text(Help.group(name));
      return ExitCode.DONE;
    }
    throw missing(Help.group(name), "keyturn " + name + " --help", words);
  }

  /** Whoever only looks around sees the list, where it is no program's input. */
  private FailureException missing(String list, String hint, List<String> words) {
    if (!wantsJson(words)) {
      host.streams().error(list);
    }
    return new Failure.Usage("a command is missing", hint).exception();
  }

  /** Options such as {@code --debug} may stand before the command. */
  private static List<String> withLeadingOptions(List<String> leading, List<String> rest) {
    List<String> words = new ArrayList<>(leading);
    words.addAll(rest);
    return words;
  }

  private static int firstWord(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean isValue = i > 0 && WITH_VALUE.contains(words.get(i - 1));
      if (!isValue && !words.get(i).startsWith("-")) {
        return i;
      }
    }
    return -1;
  }

  private ExitCode withoutCommand(List<String> words) {
    if (words.contains("--version") || words.contains("-V")) {
      host.streams().line("keyturn " + Version.text());
      return ExitCode.DONE;
    }
    if (words.contains("-h") || words.contains("--help")) {
      host.streams().text(Help.overview());
      return ExitCode.DONE;
    }
    for (String word : words) {
      if (word.startsWith("-") && !OF_ALL_COMMANDS.contains(word.replaceFirst("=.*", ""))) {
        throw new Failure.Usage("unknown option '" + word + "'", "keyturn --help").exception();
      }
    }
    throw missing(Help.overview(), "keyturn --help", words);
  }

  /** The word after it may belong to the name: {@code confg get}. */
  private static Failure unknown(String word, List<String> next) {
    List<String> names = Catalog.TOPICS.stream().map(Topic::name).toList();
    String both = next.isEmpty() ? word : word + " " + next.get(0);
    String ofBoth = NearestName.of(both, names.stream().filter(it -> it.contains(" ")).toList());
    String nearest = ofBoth == null ? NearestName.of(word, names) : ofBoth;
    return new Failure.Usage(
        "there is no command '" + word + "'",
        nearest == null ? "keyturn --help" : "did you mean 'keyturn " + nearest + "'?");
  }

  private static Arguments parse(CommandSpec spec, List<String> words) {
    CommandLine parser = new CommandLine(spec);
    parser.setOverwrittenOptionsAllowed(false);
    // A word such as @file is a word: it is the value of a setting, or another program's.
    parser.setExpandAtFiles(false);
    try {
      return new ParsedArguments(parser.parseArgs(words.toArray(String[]::new)));
    } catch (ParameterException e) {
      if (e.getCause() instanceof FailureException failure) {
        throw failure;
      }
      throw new Failure.Usage(
              decapitalised(String.valueOf(e.getMessage())), spec.name() + " --help")
          .exception(e);
    }
  }

  private static String decapitalised(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
