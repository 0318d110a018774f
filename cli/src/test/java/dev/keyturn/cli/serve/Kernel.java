package dev.keyturn.cli.serve;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A running Jupyter kernel, to which cells are sent as a notebook sends them. */
final class Kernel implements AutoCloseable {

  private static final String DRIVER =
      """
      import base64, sys
      from jupyter_client.manager import start_new_kernel
      manager, kernel = start_new_kernel(kernel_name='python3', startup_timeout=60)
      try:
          for line in sys.stdin:
              said = []
              def hear(message):
                  content = message['content']
                  if message['msg_type'] == 'stream':
                      said.append(content['text'])
                  if message['msg_type'] == 'error':
                      said.append('error: ' + content['ename'] + ' ' + content['evalue'])
              cell = base64.b64decode(line).decode()
              kernel.execute_interactive(cell, output_hook=hear, timeout=60, allow_stdin=False)
              print(''.join(said).strip().replace('\\n', ' '), flush=True)
      finally:
          manager.shutdown_kernel(now=True)
      """;

  private static final List<String> PYTHON = List.of("/usr/bin/python3", "-c");

  /** Debian's packages of Jupyter. */
  static final Client JUPYTER = new Client(PYTHON, List.of("import ipykernel, jupyter_client"));

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  private Kernel(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** One that {@code before}, which may be empty, starts in {@code folder}. */
  static Kernel start(List<String> before, Map<String, String> environment, Path folder)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(PYTHON);
    command.add(DRIVER);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Kernel(builder.start());
  }

  /** What the cell prints, in one line. */
  String run(String cell) throws IOException {
    in.write(Base64.getEncoder().encodeToString(cell.getBytes(StandardCharsets.UTF_8)) + "\n");
    in.flush();
    return String.valueOf(out.readLine());
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
