package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A terminal window with an interactive shell, by {@code tmux}: what is typed, what is shown. */
final class Pane implements AutoCloseable {

  static final Client TMUX = new Client(List.of("/usr/bin/tmux"), List.of("-V"));

  /** Programs take seconds on a busy computer. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Path socket;

  private Pane(Path socket) {
    this.socket = socket;
  }

  /** A window that runs {@code command}; {@code socket} is a file that does not exist yet. */
  static Pane start(Path socket, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Pane pane = new Pane(socket);
    List<String> words =
        new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "150"));
    words.addAll(List.of("-y", "50", "/usr/bin/env", "-i", "TERM=screen", "LC_ALL=C.UTF-8"));
    words.add("HISTFILE=");
    environment.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(command);
    pane.tmux(words);
    return pane;
  }

  /** A window with a shell that has Keyturn; it keeps no history in {@code home}. */
  static Pane bash(Path home) throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of(
            "HOME",
            home.toString(),
            "PATH",
            BuildOutput.IMAGE.resolve("bin") + ":/usr/bin:/bin",
            "PS1",
            "ready> ");
    return start(home.resolve("pane"), environment, List.of("/bin/bash", "--norc")).sees("ready>");
  }

  private String tmux(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-S", socket.toString()));
    command.addAll(words);
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8");
    return TMUX.run(environment, command.toArray(String[]::new));
  }

  /** Types {@code text} and no return. */
  Pane type(String text) throws IOException, InterruptedException {
    tmux(List.of("send-keys", "-l", "--", text));
    return this;
  }

  /** Presses keys by tmux's names, such as {@code C-z}. */
  Pane press(String... keys) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words);
    return this;
  }

  Pane enter(String line) throws IOException, InterruptedException {
    return type(line).press("Enter");
  }

  void resize(int columns) throws IOException, InterruptedException {
    tmux(List.of("resize-window", "-x", Integer.toString(columns), "-y", "40"));
  }

  String shown() throws IOException, InterruptedException {
    return tmux(List.of("capture-pane", "-p", "-J", "-S", "-200")).strip();
  }

  /** Waits until a line begins with {@code text}. */
  Pane sees(String text) throws IOException, InterruptedException {
    return waits(shown -> shown.lines().anyMatch(it -> it.startsWith(text)), text);
  }

  /** Waits until {@code text} appears anywhere. */
  Pane seesSomewhere(String text) throws IOException, InterruptedException {
    return waits(shown -> shown.contains(text), text);
  }

  /** Waits until {@code text} appears twice. */
  Pane seesTwice(String text) throws IOException, InterruptedException {
    return waits(shown -> shown.split(Pattern.quote(text), -1).length > 2, text);
  }

  private Pane waits(Predicate<String> there, String text)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LONG);
    while (!there.test(shown())) {
      assertThat(Instant.now())
          .as("time to show '%s', but it shows: %s", text, shown())
          .isBefore(end);
      Thread.sleep(100);
    }
    return this;
  }

  /** Ends the shell and what it started, so that nothing writes into its home any longer. */
  @Override
  public void close() {
    try {
      String pid = tmux(List.of("list-panes", "-F", "#{pane_pid}")).strip();
      List<ProcessHandle> all = new ArrayList<>();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(all::add);
      List.copyOf(all).forEach(shell -> shell.descendants().forEach(all::add));
      tmux(List.of("kill-server"));
      for (ProcessHandle process : all) {
        assertThat(process.onExit()).succeedsWithin(LONG);
      }
    } catch (IOException e) {
      // It ended with its last shell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
