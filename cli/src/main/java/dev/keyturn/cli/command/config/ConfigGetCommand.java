package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import java.util.Optional;

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
  public Syntax syntax() {
    return Syntax.of(CommonOptions.OUTPUT).with(ConfigTarget.OPTIONS).taking(ConfigTarget.KEY);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.NO)
        .example("keyturn config get profile.account1.region", "a setting of a profile")
        .example("keyturn config get default.s3.max_queue_size", "a nested setting");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Optional<String> value = target.value(arguments);
    if (value.isEmpty()) {
      output.note(ConfigTarget.KEY.onlyIn(arguments) + " is not set");
      return ExitCode.NO;
    }
    if (CommonOptions.wantsJson(arguments)) {
      output.line(Json.object(to -> to.writeStringProperty("value", value.get())));
    } else {
      output.line(value.get().startsWith("\n") ? value.get().substring(1) : value.get());
    }
    return ExitCode.DONE;
  }
}
