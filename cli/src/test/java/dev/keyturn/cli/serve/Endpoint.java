package dev.keyturn.cli.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code keyturn serve}. */
final class Endpoint implements AutoCloseable {

  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

  private final Process process;
  private final Map<String, String> variables;

  private Endpoint(Process process, Map<String, String> variables) {
    this.process = process;
    this.variables = variables;
  }

  /** Begins, and reads what it prints up to the last line. */
  static Endpoint start(Company company, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(List.of(options));
    Process process = company.keyturn(words.toArray(String[]::new));
    Map<String, String> variables = new HashMap<>(company.environment());
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line;
    do {
      line = lines.readLine();
      Matcher export = EXPORT.matcher(String.valueOf(line));
      if (!export.matches()) {
        process.destroy();
        throw new IOException(
            line + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
      }
      variables.put(export.group(1), export.group(2));
    } while (!line.startsWith("export AWS_CONFIG_FILE="));
    return new Endpoint(process, variables);
  }

  /** The environment of a program that takes its credentials from it. */
  Map<String, String> environment() {
    return variables;
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Asks it to end, as a service manager does, and says its exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
