package dev.keyturn.cli.app;

import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.UserFolders;
import dev.keyturn.cli.adapter.answer.HotAnswers;
import dev.keyturn.cli.adapter.answer.NotedVariables;
import dev.keyturn.cli.adapter.process.ChildProcesses;
import dev.keyturn.cli.adapter.process.OperatingSystemSignals;
import dev.keyturn.cli.adapter.terminal.ControllingTerminal;
import dev.keyturn.cli.adapter.terminal.StandardInput;
import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TwelveHours;
import dev.keyturn.domain.environment.Variable;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * The world outside: everything that a test replaces to run the whole program inside itself.
 *
 * @param environment the environment variables
 * @param streams standard output and error
 * @param input standard input
 * @param terminal the person
 * @param children other programs
 * @param clock the time and its zone
 * @param random randomness for salts and tokens, made when it is needed
 * @param state Keyturn's own state folder
 * @param home the home folder
 * @param image where Keyturn is installed; empty when it runs from classes
 * @param answers what the launcher may answer after this process
 * @param launcher where the launcher reads how to become another program; empty when it does not
 */
public record Host(
    Map<String, String> environment,
    StandardStreams streams,
    Input input,
    Terminal terminal,
    Children children,
    LocalClock clock,
    Supplier<SecureRandom> random,
    Path state,
    Path home,
    String image,
    HotAnswers answers,
    String launcher) {

  /** The world of this process. */
  static Host ofProcess() {
    NotedVariables environment = new NotedVariables(CallerEnvironment.of(System.getenv()));
    Path home = UserFolders.home(environment);
    Path state = UserFolders.state(environment, home);
    Clock clock = Clock.systemUTC();
    InputStream in = System.in;
    return new Host(
        environment,
        StandardStreams.ofProcess(),
        new StandardInput(in),
        new ControllingTerminal(new OperatingSystemSignals()),
        new ChildProcesses(),
        new LocalClock(clock, TimeZone::getDefault, () -> twelveHours(environment)),
        SecureRandom::new,
        state,
        home,
        System.getProperty("keyturn.home", ""),
        new HotAnswers(
            build(environment), state.resolve(FileSessionStore.ANSWERS), environment, clock),
        System.getProperty("keyturn.launcher", ""));
  }

  /** Windows has no variables for it; there Java knows the user's own region. */
  private static boolean twelveHours(Map<String, String> environment) {
    return File.separatorChar == '\\'
        ? TwelveHours.of(Locale.getDefault(Locale.Category.FORMAT).toLanguageTag())
        : TwelveHours.in(environment);
  }

  /**
   * Which build answers; none where the launcher must not repeat it: where no test has shown that
   * it knows the time, and where options of Java may do anything.
   */
  private static String build(Map<String, String> environment) {
    boolean isTested =
        System.getProperty("os.name", "").equals("Linux")
            && !System.getProperty("os.version", "").endsWith("-Microsoft");
    boolean isPlain = !Variable.KEYTURN_JAVA_OPTIONS.isSet(environment);
    return isTested && isPlain ? System.getProperty("keyturn.build", "") : "";
  }

  /** The same world with another environment and home folder, whose answers nobody repeats. */
  Host at(Map<String, String> otherEnvironment, Path otherHome) {
    return new Host(
        otherEnvironment,
        streams,
        input,
        terminal,
        children,
        clock,
        random,
        UserFolders.state(otherEnvironment, otherHome),
        otherHome,
        image,
        HotAnswers.notLeft(),
        launcher);
  }

  /** Says what is waited for. A person may press Ctrl-\ then. */
  void noteWait(String text) {
    new OperatingSystemSignals().quitEnds();
    streams.note(text);
  }

  /** What AWS tools run to call Keyturn. */
  String program() {
    return image.isEmpty() ? "keyturn" : image + "/bin/keyturn" + (isWindows() ? ".cmd" : "");
  }

  boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
