package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.terminal.SlowCalls;
import dev.keyturn.cli.app.failure.BugReport;
import dev.keyturn.cli.app.failure.OutputFailure;
import dev.keyturn.cli.command.help.HelpText;
import dev.keyturn.cli.command.help.Pages;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.line.TypedCommand;
import dev.keyturn.cli.command.profile.LintNotes;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileQuestion;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of the program: finds the command in the table, reads what follows it, and turns whatever
 * happens into an exit status.
 */
final class CommandLineRun {

  /** The options allowed before a command's name whose value is the next word. */
  private static final Set<String> WITH_VALUE = Set.of("--output", "-p", "--profile");

  private static final Set<String> LEADING =
      Set.of("--output", "-p", "--profile", "--debug", "--no-color");

  private final Host host;

  /** A profile that the user chose applies to this run only: the same command line asks again. */
  private boolean profileChosen;

  /** The parsed command line. */
  private @Nullable TypedCommand typed;

  CommandLineRun(Host host) {
    this.host = host;
  }

  int run(String[] args) {
    List<String> words = List.of(args);
    int exit = outcome(words);
    IOException unwritten = host.streams().failure();
    boolean done = exit == ExitCode.DONE.number() && unwritten == null && !profileChosen;
    host.answers().leave(words, done, host.streams().printed(), host.streams().said());
    if (unwritten != null) {
      return OutputFailure.exit(unwritten, host.streams());
    }
    return exit;
  }

  private int outcome(List<String> words) {
    List<String> own = beforeDashes(words);
    boolean debug = own.contains("--debug");
    try {
      return dispatch(words, debug).number();
    } catch (FailureException e) {
      print(e.failure(), own);
      findings(e.failure(), own);
      return ExitCode.of(e.failure()).number();
    } catch (RuntimeException | Error e) {
      BugReport.print(e, Version.text(), typed, host.streams(), debug);
      return ExitCode.BUG.number();
    }
  }

  /** Keyturn's own words, without those after {@code --}, which belong to another program. */
  private static List<String> beforeDashes(List<String> words) {
    int dashes = words.indexOf("--");
    return dashes < 0 ? words : words.subList(0, dashes);
  }

  /** Programs that run {@code credential-process} show or log its messages: one line. */
  private void print(Failure failure, List<String> words) {
    if (words.contains("credential-process")) {
      Failures.printLine(host.streams(), failure, typed);
    } else {
      Failures.print(host.streams(), failure, typed, wantsJson(words));
    }
  }

  /** If a file or AWS is the cause, lines that tools read differently may be the reason. */
  private void findings(Failure failure, List<String> words) {
    boolean isOneLine = wantsJson(words) || words.contains("credential-process");
    ExitCode exit = ExitCode.of(failure);
    if (isOneLine || (exit != ExitCode.PROFILE && exit != ExitCode.REFUSED)) {
      return;
    }
    List<String> profiles = new ArrayList<>(words.subList(1, words.size()));
    if (profiles.stream().allMatch(word -> word.startsWith("-"))) {
      profiles.add(ProfileChoice.implicit(host.environment()).name());
    }
    try {
      LintNotes notes = new Wiring(host, line -> {}).lintNotes();
      notes.print(profiles, List.of(failure.message()));
    } catch (FailureException e) {
      // A variable that is not a path; this was reported already.
    }
  }

  private static boolean wantsJson(List<String> words) {
    int option = words.indexOf("--output");
    return words.contains("--output=json")
        || (option >= 0 && option + 1 < words.size() && words.get(option + 1).equals("json"));
  }

  private ExitStatus dispatch(List<String> words, boolean debug) {
    int at = firstWord(words);
    if (at < 0) {
      return withoutCommand(words);
    }
    Row row = Commands.named(words.get(at));
    int end = at + 1;
    if (row == null && Commands.isFirstWord(words.get(at))) {
      if (end == words.size() || words.get(end).startsWith("-")) {
        return secondWordMissing(words.get(at), words);
      }
      row = Commands.named(words.get(at) + " " + words.get(end));
      end++;
    }
    if (row == null) {
      String typed = String.join(" ", words.subList(at, end));
      throw pages().unknown(typed, end < words.size() ? words.get(end) : "");
    }
    return run(row, withLeadingOptions(words, at, end), debug);
  }

  /** Options such as {@code --debug} may be before the command. */
  private static List<String> withLeadingOptions(List<String> words, int at, int end) {
    List<String> rest = words.subList(end, words.size());
    if (at == 0) {
      return rest;
    }
    List<String> all = new ArrayList<>(words.subList(0, at));
    all.addAll(rest);
    return all;
  }

  /** Once more with the profile that the person chooses, where that was missing. */
  private ExitStatus run(Row row, List<String> words, boolean debug) {
    try {
      return runOnce(row, words, debug);
    } catch (FailureException e) {
      String profile = chosen(e.failure(), row, beforeDashes(words));
      if (profile == null) {
        throw e;
      }
      profileChosen = true;
      List<String> again = new ArrayList<>(List.of("--profile", profile));
      again.addAll(words);
      return runOnce(row, again, debug);
    }
  }

  private @Nullable String chosen(Failure failure, Row row, List<String> words) {
    Wiring wiring = new Wiring(host, line -> {});
    return new ProfileQuestion(host.environment(), host.terminal(), () -> wiring.files().read())
        .answer(failure, row.name(), row.factory().from(wiring).syntax(), words);
  }

  private ExitStatus runOnce(Row row, List<String> words, boolean debug) {
    Consumer<String> trace = debug ? host.streams()::error : line -> {};
    SlowCalls calls = new SlowCalls(host.terminal(), host.streams()::isTerminal, trace);
    Wiring wiring = new Wiring(host, calls);
    Command command = row.factory().from(wiring);
    Arguments arguments = Arguments.read(row.name(), command.syntax(), words);
    typed = arguments.typed();
    wiring.follows(typed);
    if (CommonOptions.HELP.in(arguments)) {
      host.streams().text(help().of(Commands.pages(wiring).named(row.name())));
      return ExitCode.DONE;
    }
    return command.run(arguments);
  }

  private HelpText help() {
    return HelpText.fitting(host.streams(), host.terminal());
  }

  private Pages pages() {
    return Commands.pages(new Wiring(host, line -> {}));
  }

  /** The first word of commands of two words, alone. */
  private ExitCode secondWordMissing(String first, List<String> words) {
    String list = help().list(first, pages().beginningWith(first));
    if (words.contains("-h") || words.contains("--help")) {
      host.streams().text(list);
      return ExitCode.DONE;
    }
    throw missing(list, "keyturn " + first + " --help", words);
  }

  /** Without arguments, a user sees the list, unless a program reads the output. */
  private FailureException missing(String list, String hint, List<String> words) {
    if (!wantsJson(words)) {
      host.streams().error(list);
    }
    return new Failure.Usage("a command is missing", hint).exception();
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
      host.streams().text(help().overview(pages().all()));
      return ExitCode.DONE;
    }
    for (String word : words) {
      if (word.startsWith("-") && !LEADING.contains(word.replaceFirst("=.*", ""))) {
        throw new Failure.Usage("unknown option '" + word + "'", "keyturn --help").exception();
      }
    }
    throw missing(help().summary(pages()), firstStep(), words);
  }

  /** The first command to type, for a user without a profile. */
  private String firstStep() {
    try {
      boolean nothing = new Wiring(host, line -> {}).files().read().profiles().isEmpty();
      return nothing ? "keyturn setup" : "keyturn --help";
    } catch (FailureException e) {
      return "keyturn --help";
    }
  }
}
