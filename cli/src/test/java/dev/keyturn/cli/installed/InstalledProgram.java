package dev.keyturn.cli.installed;

import dev.keyturn.cli.transcript.BuildOutput;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged image, in a session of its own with or without a terminal. */
final class InstalledProgram implements Program {

  private static final Path DRIVER = Path.of("src/test/resources/terminal.py").toAbsolutePath();
  private static final Path KEYTURN = BuildOutput.LAUNCHER;

  /** More than the driver has with the program. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;

  /** Keeps the messages for the driver in {@code folder}. */
  InstalledProgram(Path folder) {
    this.folder = folder;
  }

  /** The launcher. */
  static Path launcher() {
    return KEYTURN;
  }

  @Override
  public Outcome run(Invocation call) {
    List<String> command = new ArrayList<>(List.of(KEYTURN.toString()));
    command.addAll(call.words());
    return run(command, call);
  }

  /** Runs any program as {@code call} says, but for its words. */
  Outcome run(List<String> program, Invocation call) {
    try {
      Files.createDirectories(folder);
      tell("input", call.input(), true);
      tell("typed", String.join("\n", call.typed()) + "\n", !call.typed().isEmpty());
      tell("gone", "", call.readerGone());
      tell("out", "", true);
      List<String> command = new ArrayList<>(List.of(python(), DRIVER.toString()));
      command.add(folder.toString());
      command.addAll(program);
      drive(command, environment(call.environment()));
      return new Outcome(
          Integer.parseInt(told("exit")),
          told("out"),
          told("err"),
          told("screen").lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void drive(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("driver").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process driver = builder.start();
    boolean ended = driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      driver.descendants().forEach(ProcessHandle::destroyForcibly);
      driver.destroyForcibly();
    }
    if (!ended || driver.exitValue() != 0) {
      throw new AssertionError("the driver " + (ended ? "says " : "hangs ") + told("driver"));
    }
  }

  /** Whether the terminal of the last call shows what is typed. */
  boolean echoes() {
    return told("echo").equals("on");
  }

  /** Whether what comes next on the terminal of the last call begins a line. */
  boolean endsLine() {
    return told("cursor").equals("line");
  }

  private static Map<String, String> environment(Map<String, String> ofCall) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    all.put("LC_ALL", "C");
    all.put("TZ", "UTC");
    all.putAll(ofCall);
    return all;
  }

  /** The system's, before any of a version manager. */
  static String python() {
    return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
  }

  private void tell(String name, String text, boolean exists) throws IOException {
    if (exists) {
      Files.writeString(folder.resolve(name), text);
    } else {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private String told(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
