package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn config unset}: removes the lines of one setting, and no other byte. */
public final class ConfigUnsetCommand implements Command {

  private final ConfigTarget target;

  /** Of {@code target}'s settings. */
  public ConfigUnsetCommand(ConfigTarget target) {
    this.target = target;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    ConfigTarget.declare(spec, 1);
  }

  @Override
  public ExitCode run(Arguments arguments) {
    target.unset(arguments);
    return ExitCode.DONE;
  }
}
