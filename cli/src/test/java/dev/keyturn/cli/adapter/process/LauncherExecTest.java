package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests how the launcher execs another program, with the real answer of {@link LauncherPrograms}. A
 * script that prints this answer replaces Java, which is tested elsewhere.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherExecTest {

  private static final String SECRET = "wJalrXUtnFEMI'K7MDENG$(id)`id`\"bPxRfiCYEXAMPLEKEY";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void an_image_with_a_java_that_answers() throws IOException {
    environment.put("PATH", "/usr/bin:/bin");
    for (String part : List.of("bin/keyturn", "hot.sh", "launch.sh", "find-jdk.sh")) {
      Path copy = folder.resolve("image").resolve(part);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of("src/image").resolve(part), copy);
    }
    Files.writeString(
        folder.resolve("image/launch.conf"),
        "keyturn_java_home='" + folder + "/jdk' keyturn_build=x\n");
    java("env -0 >'%1$s/java.env'; cat '%1$s/answer' >&3".formatted(folder));
  }

  private void java(String script) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static EnvironmentChange change() {
    LinkedHashMap<String, String> set = new LinkedHashMap<>();
    set.put("AWS_SECRET_ACCESS_KEY", SECRET);
    return new EnvironmentChange(set, List.of("AWS_PROFILE"));
  }

  /** As PosixFormat, which is another adapter's. */
  private static final EnvironmentFormat FORMAT =
      change -> {
        StringBuilder text = new StringBuilder();
        change
            .set()
            .forEach((name, value) ->
                text.append("export ")
                    .append(name)
                    .append("='")
                    .append(value.replace("'", "'\\''"))
                    .append("'\n"));
        return text.append("unset ")
            .append(String.join(" ", change.unset()))
            .append('\n')
            .toString();
      };

  private ProcessBuilder exec(String... command) throws IOException {
    Path answer = folder.resolve("answer");
    Files.deleteIfExists(answer);
    new LauncherPrograms(environment, answer.toString(), FORMAT).run(List.of(command), change());
    List<String> words = new ArrayList<>(List.of("exec", "dev", "--"));
    words.addAll(List.of(command));
    return launcher(words);
  }

  private ProcessBuilder launcher(List<String> words) {
    List<String> line = new ArrayList<>(List.of(folder.resolve("image/bin/keyturn").toString()));
    line.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(line).redirectError(Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static String output(ProcessBuilder builder) throws IOException {
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static Stream<Integer> fortyExitCodes() {
    return Stream.concat(
        Stream.iterate(0, code -> code + 1).limit(36), Stream.of(126, 127, 130, 255));
  }

  @ParameterizedTest
  @MethodSource("fortyExitCodes")
  void the_exit_code_of_the_program_is_the_callers(int code)
      throws IOException, InterruptedException {
    assertThat(exec("sh", "-c", "exit " + code).start().waitFor()).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("fiveSignals")
  void a_signal_reaches_the_program_itself(String name, int number)
      throws IOException, InterruptedException {
    assumeFalse(isIgnoredHere(number), "whoever started the tests ignores SIG" + name);
    Process process = exec("sh", "-c", "echo ready; exec sleep 60").start();
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    kill(name, process);
    assertThat(process.waitFor()).isEqualTo(128 + number);
  }

  /** A shell's background jobs ignore SIGINT, and so does everything they start. */
  private static boolean isIgnoredHere(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String prefix = "SigIgn:";
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> Long.parseUnsignedLong(line.substring(prefix.length()).strip(), 16))
        .anyMatch(mask -> ((mask >>> (signal - 1)) & 1) != 0);
  }

  static Stream<Object[]> fiveSignals() {
    return Stream.of(
        new Object[] {"HUP", 1},
        new Object[] {"INT", 2},
        new Object[] {"QUIT", 3},
        new Object[] {"USR1", 10},
        new Object[] {"TERM", 15});
  }

  @Test
  void a_program_that_handles_a_signal_ends_as_it_likes() throws IOException, InterruptedException {
    Process process =
        exec("sh", "-c", "trap 'exit 42' WINCH; echo ready; while :; do sleep 0.05; done").start();
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
    kill("WINCH", process);
    assertThat(process.waitFor()).isEqualTo(42);
  }

  private static void kill(String signal, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void the_program_takes_the_launchers_place() throws IOException {
    Process process = exec("sh", "-c", "echo $$").start();
    assertThat(process.inputReader().readLine()).isEqualTo(Long.toString(process.pid()));
  }

  @Test
  void hostile_words_arrive_as_they_were_typed() throws IOException {
    assertThat(
            output(
                exec("printf", "<%s>", "a b", "", "'", "$x", "`id`", "\\", "*", "é\n", "--", "-n")))
        .isEqualTo("<a b><><'><$x><`id`><\\><*><é\n><--><-n>");
  }

  @Test
  void a_hostile_secret_arrives_as_it_is() throws IOException {
    assertThat(output(exec("printenv", "AWS_SECRET_ACCESS_KEY"))).isEqualTo(SECRET + "\n");
  }

  @Test
  void the_environment_is_the_callers_but_for_the_change() throws IOException {
    environment.put("LC_ALL", "fr_FR.UTF-8");
    environment.put("JAVA_TOOL_OPTIONS", "-Dx=y");
    environment.put("AWS_PROFILE", "other");
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
    assertThat(output(exec("env")).lines().filter(line -> !line.matches("(PWD|_|SHLVL|OLDPWD)=.*")))
        .containsExactlyInAnyOrder(
            "PATH=/usr/bin:/bin",
            "LC_ALL=fr_FR.UTF-8",
            "JAVA_TOOL_OPTIONS=-Dx=y",
            "AWS_ENDPOINT_URL=http://127.0.0.1:4566",
            "AWS_SECRET_ACCESS_KEY=" + SECRET);
  }

  @Test
  void java_itself_runs_in_a_utf_8_locale_without_foreign_options() throws IOException {
    environment.put("LC_ALL", "fr_FR");
    environment.put("JAVA_TOOL_OPTIONS", "-Dx=y");
    output(exec("true"));
    assertThat(Files.readString(folder.resolve("java.env")).split("\0", 0))
        .contains("LC_ALL=C.UTF-8")
        .doesNotContain("JAVA_TOOL_OPTIONS=-Dx=y");
  }

  @Test
  void standard_input_is_left_to_the_program() throws IOException {
    Process process = exec("cat").start();
    try (var stdin = process.outputWriter()) {
      stdin.write("typed\n");
    }
    assertThat(process.inputReader().readLine()).isEqualTo("typed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash", "bash", "busybox sh"})
  void a_program_runs_with_a_closed_standard_output(String shell)
      throws IOException, InterruptedException {
    List<String> launch = exec("sh", "-c", "echo lost 2>/dev/null; echo ran >&2").command();
    String words = String.join("' '", launch);
    String[] interpreter = shell.split(" ", 0);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", interpreter[0])), "no " + shell);
    ProcessBuilder closing =
        new ProcessBuilder("sh", "-c", "exec " + shell + " '" + words + "' 2>&1 >&-");
    closing.environment().clear();
    closing.environment().putAll(environment);
    Process process = closing.start();
    assertThat(process.inputReader().lines()).containsExactly("ran");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_program_inherits_no_file_of_the_launcher() throws IOException {
    String look = "for file in 3 4 5 6 7 8 9; do [ ! -e /proc/$$/fd/$file ] || echo $file; done";
    assertThat(output(exec("sh", "-c", look))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void no_process_has_a_secret_among_its_arguments() throws IOException {
    String look = "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '";
    assertThat(output(exec("sh", "-c", look))).contains("tr").doesNotContain("bPxRfiCYEXAMPLEKEY");
  }

  @Test
  void a_failure_of_java_is_the_launchers() throws IOException, InterruptedException {
    java("exit 3");
    assertThat(exec("true").start().waitFor()).isEqualTo(3);
  }

  @Test
  void what_java_prints_without_an_answer_is_the_callers_and_runs_nothing() throws IOException {
    java("echo 'exit 9; echo help'");
    assertThat(output(launcher(List.of("exec", "--help")))).isEqualTo("exit 9; echo help\n");
  }

  @Test
  void without_a_command_it_becomes_the_users_shell() throws IOException {
    environment.put("SHELL", "/bin/sh");
    Path answer = folder.resolve("answer");
    new LauncherPrograms(environment, answer.toString(), FORMAT).runShell(change());
    Process process = launcher(List.of("exec", "dev")).start();
    try (var stdin = process.outputWriter()) {
      stdin.write("printenv AWS_SECRET_ACCESS_KEY; echo $0\n");
    }
    assertThat(process.inputReader().lines()).containsExactly(SECRET, "/bin/sh");
  }
}
