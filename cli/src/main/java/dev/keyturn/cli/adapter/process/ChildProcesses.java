package dev.keyturn.cli.adapter.process;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Child processes by the JDK's {@link ProcessBuilder}. */
public final class ChildProcesses implements Children {

  private final Map<String, String> environment;

  /** Finds programs in the folders of {@code PATH} in {@code environment}. */
  public ChildProcesses(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public int run(List<String> command, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      String program = command.get(0);
      throw new Failure.NoProgram(program, isInstalled(program)).exception(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  @Override
  public boolean isInstalled(String program) {
    return ProgramSearch.find(program, environment).isPresent();
  }

  @Override
  public List<String> sandbox() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String image = System.getProperty("keyturn.home", "");
    if (image.isEmpty()) {
      throw new IllegalStateException("the launcher did not say where Keyturn is installed");
    }
    return List.of(
        java.toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-jar",
        Path.of(image, "sandbox", "keyturn-sandbox.jar").toString());
  }

  @Override
  public Sandbox startSandbox(List<String> options) {
    List<String> command = new ArrayList<>(sandbox());
    command.addAll(List.of("--port", "0", "--output", "json", "--until-eof"));
    command.addAll(options);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
      String ready = reader.readLine();
      if (ready == null) {
        throw new IOException("it ended at once");
      }
      return new Running(process, ready);
    } catch (IOException e) {
      throw new AwsFailure.Unreachable("the sandbox", "it does not start: " + e.getMessage(), false)
          .exception(e);
    }
  }

  private record Running(Process process, String ready) implements Sandbox {

    @Override
    public void close() {
      process.destroy();
    }
  }
}
