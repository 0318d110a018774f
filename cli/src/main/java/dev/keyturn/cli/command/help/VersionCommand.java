package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import java.util.List;

/** {@code keyturn version}: the same as {@code keyturn --version}. */
public final class VersionCommand implements Command {

  private final String version;
  private final Output output;

  /** Of the version {@code version}. */
  public VersionCommand(String version, Output output) {
    this.version = version;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of();
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example("keyturn version", "print the version")
        .example("keyturn --version", "the same");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    output.line("keyturn " + version);
    return ExitCode.DONE;
  }
}
