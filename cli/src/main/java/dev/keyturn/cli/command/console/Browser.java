package dev.keyturn.cli.command.console;

import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Redirects;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.CommandWords;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** The user's browser. */
public final class Browser {

  private static final Duration STARTS = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A running browser may still open the page after the command has failed. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** The programs that open a URL in WSL, on Linux and BSD desktops, and on macOS. */
  private static final List<String> OPENERS = List.of("wslview", "xdg-open", "open");

  private final Map<String, String> environment;
  private final Redirects redirects;
  private final Children children;
  private final Output output;

  public Browser(
      Map<String, String> environment, Redirects redirects, Children children, Output output) {
    this.environment = environment;
    this.redirects = redirects;
    this.children = children;
    this.output = output;
  }

  /**
   * Opens the console of {@code profile}. Other users can see a program's arguments, so the browser
   * gets a local URL that redirects to the real one.
   */
  void open(String url, String profile) {
    List<String> opener = opener(profile);
    try (Redirects.Redirect redirect = redirects.to(url)) {
      List<String> command = with(redirect.url(), opener);
      // Some of them wait for the browser to end.
      FutureTask<Integer> program = new FutureTask<>(() -> children.run(command, environment));
      Thread.ofPlatform().daemon().name("browser").start(program);
      output.note("opening the console of '" + profile + "' in the browser");
      if (!comes(redirect, program)) {
        throw unopened(
            hasFailed(program)
                ? "'" + opener.get(0) + "' failed to open a browser"
                : "no browser opened the page within a minute",
            profile);
      }
    }
  }

  private static boolean comes(Redirects.Redirect redirect, FutureTask<Integer> program) {
    for (long second = 0; second < STARTS.toSeconds(); second++) {
      if (redirect.await(SECOND)) {
        return true;
      }
      if (hasFailed(program)) {
        return redirect.await(AFTER_FAILURE);
      }
    }
    return false;
  }

  /** Whether it could not be run, or exited with a status that means so. */
  private static boolean hasFailed(FutureTask<Integer> program) {
    return switch (program.state()) {
      case RUNNING, CANCELLED -> false;
      case FAILED -> true;
      case SUCCESS -> program.resultNow() != 0;
    };
  }

  /** The opener's command line; in one given by the user, {@code %s} is replaced by the URL. */
  private static List<String> with(String url, List<String> opener) {
    List<String> command = new ArrayList<>();
    opener.forEach(word -> command.add(word.replace("%s", url)));
    if (command.equals(opener)) {
      command.add(url);
    }
    return command;
  }

  private List<String> opener(String profile) {
    // Several may be given, in order of preference.
    for (String wanted : environment.getOrDefault(Variable.BROWSER.name(), "").split(":", -1)) {
      List<String> words = words(wanted.strip());
      if (!words.isEmpty() && children.isInstalled(words.get(0))) {
        return words;
      }
    }
    String found = OPENERS.stream().filter(children::isInstalled).findFirst().orElse(null);
    if (found != null) {
      return List.of(found);
    }
    if (children.isInstalled("rundll32.exe")) {
      return List.of("rundll32.exe", "url.dll,FileProtocolHandler");
    }
    throw unopened("no program that opens a browser was found", profile);
  }

  /**
   * One entry of {@code BROWSER}, as Python's {@code webbrowser} and {@code xdg-open} take it
   * together: a program whose path may have blanks, or a command line with quotes where it needs
   * them. A {@code &} at its end, for the background, is left out.
   */
  private List<String> words(String wanted) {
    if (children.isInstalled(wanted)) {
      return List.of(wanted);
    }
    try {
      List<String> words = CommandWords.split(wanted, false);
      boolean background = !words.isEmpty() && words.get(words.size() - 1).equals("&");
      return background ? words.subList(0, words.size() - 1) : words;
    } catch (IllegalArgumentException e) {
      // A quote is open: it is not a valid command line, and the next entry may be one.
      return List.of();
    }
  }

  private static RuntimeException unopened(String message, String profile) {
    return new Failure.Usage(message, ShellCommand.of("keyturn", "console", profile, "--print"))
        .exception();
  }
}
