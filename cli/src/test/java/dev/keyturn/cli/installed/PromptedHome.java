package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A user with two roles, at a local AWS, and processes of hers. The code comes from a program that
 * waits until a test gives it, as a person would take her time, and keeps a list of who asked.
 */
final class PromptedHome implements AutoCloseable {

  private static final Pattern ACTION = Pattern.compile("\"Action\":\"(\\w+)\"");
  private static final Pattern KEY = Pattern.compile("ASIA\\w+");

  private final StoryHome home;
  private final SandboxProcess sandbox;
  private final List<Process> started = new ArrayList<>();

  /** Below {@code target}, at a sandbox with these options. */
  PromptedHome(String name, String... options) throws IOException {
    Path folder = Path.of("target", name).toAbsolutePath();
    home = StoryHome.create(folder.resolve("home"), files(folder.resolve("home/prompt")));
    Files.setPosixFilePermissions(
        home.folder().resolve("prompt"), PosixFilePermissions.fromString("rwx------"));
    String company = Files.readString(Path.of("src/test/resources/shapes/company.json"));
    sandbox = SandboxProcess.running(folder, company, options);
  }

  private static Map<String, String> files(Path prompt) {
    String device =
        "mfa_serial = arn:aws:iam::123456789012:mfa/alice\nmfa_process = " + prompt + "\n";
    String role =
        """
        [profile %1$s]
        role_arn = arn:aws:iam::123456789012:role/%1$s
        source_profile = user
        """;
    return Map.of(
        ".aws/config",
        "[profile user]\n" + device + role.formatted("admin") + role.formatted("readonly"),
        ".aws/credentials",
        """
        [user]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """,
        "prompt",
        """
        #!/bin/sh
        cd "${0%/*}"
        echo $PPID >> asked
        until [ -s code ]; do sleep 0.05; done
        cat code
        """);
  }

  Path prompt() {
    return home.folder().resolve("prompt");
  }

  /** What the prompt answers: the code of so many steps from now. It never reads half a file. */
  void answer(int steps) {
    home.write("next", sandbox.code("alice", steps) + "\n");
    try {
      Files.move(
          home.folder().resolve("next"),
          home.folder().resolve("code"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String code() {
    return sandbox.code("alice", 0);
  }

  /** The process ids of those who asked for a code. */
  List<String> asked() throws IOException {
    Path asked = home.folder().resolve("asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }

  void awaitPrompts(int number) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (asked().size() < number) {
      assertThat(Instant.now()).as("time for prompts").isBefore(end);
      Thread.sleep(20);
    }
  }

  /** Until they all wait at a lock or hold it: its file is open. */
  static void awaitAtLock(List<Process> processes) throws IOException, InterruptedException {
    if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
      Thread.sleep(10_000);
      return;
    }
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    for (Process process : processes) {
      while (!isAtLock(process.pid())) {
        assertThat(Instant.now()).as("time for all to wait").isBefore(end);
        Thread.sleep(20);
      }
    }
  }

  private static boolean isAtLock(long pid) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.anyMatch(PromptedHome::isLock);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean isLock(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("/locks/");
    } catch (IOException e) {
      return false; // closed in the meantime
    }
  }

  /** How often AWS was asked for what, by its log. */
  Map<String, Integer> calls() {
    Map<String, Integer> calls = new TreeMap<>();
    ACTION
        .matcher(sandbox.log())
        .results()
        .forEach(call -> calls.merge(call.group(1), 1, Integer::sum));
    return calls;
  }

  /** The installed program. */
  Process keyturn(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(InstalledProgram.launcher().toString()));
    command.addAll(List.of(words));
    return start(command);
  }

  /** {@link ProviderProgram}. */
  Process java(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProviderProgram.class.getName()));
    command.addAll(List.of(words));
    return start(command);
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(new File("/dev/null"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", home.folder().toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("AWS_ENDPOINT_URL", sandbox.url());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** What a program that succeeds prints. */
  static String output(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isZero();
    return out;
  }

  /** The id of the session key in {@code text}. */
  static String key(String text) {
    return KEY.matcher(text).results().findFirst().orElseThrow().group();
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    sandbox.close();
  }
}
