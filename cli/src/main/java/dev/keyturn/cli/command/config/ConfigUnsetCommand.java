package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.profile.file.ProfileFiles;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn config unset}: removes the lines of one setting, and no other byte. */
public final class ConfigUnsetCommand implements Command {

  private final ConfigTarget target;

  /** Built on ports. */
  public ConfigUnsetCommand(Map<String, String> environment, ProfileFiles files, FileEdits edits) {
    this.target =
        new ConfigTarget(environment, files, edits, "keyturn config unset profile.NAME.KEY");
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
