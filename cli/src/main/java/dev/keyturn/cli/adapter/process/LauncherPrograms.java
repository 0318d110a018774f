package dev.keyturn.cli.adapter.process;

import dev.keyturn.adapter.child.ProgramSearch;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.domain.failure.Failure;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Sends the launcher, which waits for this process, the changes of its environment; the launcher
 * then execs the program. No Keyturn process remains, the words that the user typed never leave the
 * launcher, and no process has a secret in its arguments.
 */
public final class LauncherPrograms implements Programs {

  private final Map<String, String> environment;
  private final String answer;
  private final EnvironmentFormat format;

  /**
   * For one launcher.
   *
   * @param environment the user's own environment, for finding programs
   * @param answer the file that it reads, {@code /dev/fd/3}
   * @param format the format of POSIX shells
   */
  public LauncherPrograms(
      Map<String, String> environment, String answer, EnvironmentFormat format) {
    this.environment = environment;
    this.answer = answer;
    this.format = format;
  }

  @Override
  public void require(String program) {
    ProgramSearch.require(program, environment);
  }

  @Override
  public int run(List<String> command, EnvironmentChange change) {
    return answer(format.render(change) + "shift $(($# - " + command.size() + "))\n");
  }

  @Override
  public int runShell(EnvironmentChange change) {
    require(OwnShell.of(environment));
    return answer(format.render(change) + "set -- \"${SHELL:-/bin/sh}\"\n");
  }

  private int answer(String text) {
    try (OutputStream opened = new FileOutputStream(answer)) {
      opened.write(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      throw new Failure.UnwritableOutput("the launcher does not listen").exception(e);
    }
  }
}
