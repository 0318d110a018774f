package dev.keyturn.cli.command.login;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SettingProgram;
import java.util.Map;

/** The output of programs that may ask on a terminal, with echo off. */
public final class OutputOnTerminal implements ProgramOutput {

  private final ProgramOutput programs;
  private final Terminal terminal;

  /** Runs {@code programs} on {@code terminal}. */
  public OutputOnTerminal(ProgramOutput programs, Terminal terminal) {
    this.programs = programs;
    this.terminal = terminal;
  }

  @Override
  public void checkNotWithin(String profile) {
    programs.checkNotWithin(profile);
  }

  @Override
  public String of(SettingProgram program, Map<String, String> more) {
    try (Signals.Watch _ = terminal.keepMode()) {
      return programs.of(program, more);
    }
  }
}
