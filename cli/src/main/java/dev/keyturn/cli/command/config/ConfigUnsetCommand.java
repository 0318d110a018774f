package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;

/** {@code keyturn config unset}: removes the lines of one setting, and no other byte. */
public final class ConfigUnsetCommand implements Command {

  private final ConfigTarget target;

  /** Of {@code target}'s settings. */
  public ConfigUnsetCommand(ConfigTarget target) {
    this.target = target;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().with(ConfigTarget.OPTIONS).taking(ConfigTarget.KEY);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES)
        .example("keyturn config unset profile.account1.region", "remove a setting of a profile")
        .example(
            "keyturn config unset --file F --section 'profile dev' region",
            "remove one from any file");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    target.unset(arguments);
    return ExitCode.DONE;
  }
}
