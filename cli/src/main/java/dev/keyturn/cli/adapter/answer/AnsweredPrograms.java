package dev.keyturn.cli.adapter.answer;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.port.RepeatableAnswer;
import java.util.List;

/** Programs that the launcher execs, and their cached answers. */
public final class AnsweredPrograms implements Programs {

  private final Programs programs;
  private final RepeatableAnswer answer;

  public AnsweredPrograms(Programs programs, RepeatableAnswer answer) {
    this.programs = programs;
    this.answer = answer;
  }

  @Override
  public void require(String program) {
    programs.require(program);
  }

  @Override
  public int run(List<String> command, EnvironmentChange change) {
    answer.is(change);
    return programs.run(command, change);
  }

  @Override
  public int runShell(EnvironmentChange change) {
    return programs.runShell(change);
  }
}
