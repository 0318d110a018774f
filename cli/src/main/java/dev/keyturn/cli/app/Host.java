package dev.keyturn.cli.app;

import dev.keyturn.adapter.file.FileReads;
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
 * The outside world: everything that a test replaces to run the whole program in its own JVM.
 *
 * @param environment the environment variables
 * @param streams standard output and error
 * @param input standard input
 * @param terminal the user's terminal
 * @param children other programs
 * @param clock the time and its zone
 * @param random randomness for salts and tokens, created when needed
 * @param state Keyturn's own state folder
 * @param home the home folder
 * @param image where Keyturn is installed; empty when it runs from classes
 * @param answers the cache of answers for the launcher
 * @param launcher where the launcher reads the instructions to exec another program; empty if it
 *     does not
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

  private static final Path SYSTEM_ZONE = Path.of("/etc/localtime");

  /** The outside world of this process. */
  static Host ofProcess() {
    NotedVariables environment = new NotedVariables(CallerEnvironment.of(System.getenv()));
    Path home = UserFolders.home(environment);
    Path state = UserFolders.state(environment, home);
    Clock clock = Clock.systemUTC();
    InputStream in = System.in;
    HotAnswers answers =
        new HotAnswers(
            build(environment), state.resolve(FileSessionStore.ANSWERS), environment, clock);
    return new Host(
        environment,
        StandardStreams.ofProcess(),
        new StandardInput(in),
        new ControllingTerminal(new OperatingSystemSignals()),
        new ChildProcesses(environment),
        new LocalClock(
            clock, () -> zone(environment, answers.reads()), () -> twelveHours(environment)),
        SecureRandom::new,
        state,
        home,
        System.getProperty("keyturn.home", ""),
        answers,
        System.getProperty("keyturn.launcher", ""));
  }

  /** Java finds it by itself, in what is noted here. */
  private static TimeZone zone(Map<String, String> environment, FileReads reads) {
    if (environment.getOrDefault("TZ", "").isEmpty()) {
      reads.reading(SYSTEM_ZONE);
    }
    return TimeZone.getDefault();
  }

  /** Windows has no variables for it, but Java knows the user's region there. */
  private static boolean twelveHours(Map<String, String> environment) {
    return File.separatorChar == '\\'
        ? TwelveHours.of(Locale.getDefault(Locale.Category.FORMAT).toLanguageTag())
        : TwelveHours.in(environment);
  }

  /**
   * The build that answers; empty if the launcher must not repeat the answer: on systems where the
   * launcher's clock is untested, and with Java options, which may have any effect.
   */
  private static String build(Map<String, String> environment) {
    boolean isTested =
        System.getProperty("os.name", "").equals("Linux")
            && !System.getProperty("os.version", "").endsWith("-Microsoft");
    boolean isPlain = !Variable.KEYTURN_JAVA_OPTIONS.isSet(environment);
    return isTested && isPlain ? System.getProperty("keyturn.build", "") : "";
  }

  /** The same with another environment and home folder, whose answers are not cached. */
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

  /** Reports what the command waits for. The user may press Ctrl-\ then. */
  void noteWait(String text) {
    new OperatingSystemSignals().quitEnds();
    streams.note(text);
  }

  /** The command with which AWS tools call Keyturn. */
  String program() {
    return image.isEmpty() ? "keyturn" : image + "/bin/keyturn" + (isWindows() ? ".cmd" : "");
  }

  boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
