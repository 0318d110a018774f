package dev.keyturn.cli.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A screen that nobody sees, with a keyboard. */
final class Screen implements AutoCloseable {

  private final Process server;
  private final Map<String, String> environment;

  private Screen(Process server, Map<String, String> environment) {
    this.server = server;
    this.environment = environment;
  }

  /** One that no other test uses: the server looks for a free number. */
  static Screen start(String home) throws IOException {
    Process server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-noreset")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader reader = server.inputReader();
    Map<String, String> environment = new HashMap<>();
    environment.put("DISPLAY", ":" + requireNonNull(reader.readLine(), "Xvfb does not start"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", home);
    // There is no desktop, and so no accessibility bus.
    environment.put("NO_AT_BRIDGE", "1");
    return new Screen(server, environment);
  }

  /** What programs on it need. */
  Map<String, String> environment() {
    return environment;
  }

  /** Types into the dialog as soon as it is shown, key by key, in the words of xdotool. */
  void types(String... keys) throws IOException, InterruptedException {
    xdotool("search", "--sync", "--onlyvisible", "--name", "^Keyturn$", "windowfocus", "--sync");
    List<String> typed = new ArrayList<>(List.of("key"));
    typed.addAll(List.of(keys));
    xdotool(typed.toArray(String[]::new));
  }

  private void xdotool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process xdotool = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    boolean ended = xdotool.waitFor(30, TimeUnit.SECONDS);
    xdotool.destroyForcibly();
    assertThat(ended).as("a dialog is shown").isTrue();
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }
}
