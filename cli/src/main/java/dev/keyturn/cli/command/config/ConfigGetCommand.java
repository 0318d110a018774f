package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Json;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.Output;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code keyturn config get}: one setting as the AWS tools see it. */
public final class ConfigGetCommand implements Command {

  private final ConfigTarget target;
  private final Output output;

  /** Of {@code target}'s settings. */
  public ConfigGetCommand(ConfigTarget target, Output output) {
    this.target = target;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    ConfigTarget.declare(spec, 1);
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Optional<String> value = target.value(arguments);
    if (value.isEmpty()) {
      output.note(arguments.positionals().get(0) + " is not set");
      return ExitCode.NO;
    }
    if (arguments.wantsJson()) {
      output.line(Json.object(to -> to.writeStringProperty("value", value.get())));
    } else {
      output.line(value.get().startsWith("\n") ? value.get().substring(1) : value.get());
    }
    return ExitCode.DONE;
  }
}
