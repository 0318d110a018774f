package dev.keyturn.cli.adapter.shell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of this machine. */
record Installed(String program) {

  /** The program; a test without it is skipped, or fails where all clients are required. */
  static Installed program(String name) {
    boolean found = false;
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      found |= new File(folder, name).canExecute();
    }
    if (!found && "required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      throw new AssertionError(name + " is not installed, and KEYTURN_CLIENTS=required");
    }
    assumeTrue(found, name + " is not installed");
    return new Installed(name);
  }

  /** Its standard output and error for {@code arguments}, with these variables and no other. */
  String run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv().getOrDefault("PATH", ""));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
