package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.edit.FilePlaces;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;
import java.util.Map;

/** {@code keyturn config where}: which files and which profile the AWS tools use here. */
public final class ConfigWhereCommand implements Command {

  private final Map<String, String> environment;
  private final FilePlaces places;
  private final Output output;

  public ConfigWhereCommand(Map<String, String> environment, FilePlaces places, Output output) {
    this.environment = environment;
    this.places = places;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.OPTION, CommonOptions.OUTPUT).taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example("keyturn config where", "print the paths of both files, and the profile")
        .example("keyturn config where --output json", "the same for scripts");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String config = places.location(FileKind.CONFIG);
    String credentials = places.location(FileKind.CREDENTIALS);
    String profile = ProfileChoice.of(arguments, environment).name();
    if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeStringProperty("config", config);
            to.writeStringProperty("credentials", credentials);
            to.writeStringProperty("profile", profile);
          }));
    } else {
      output.line("config       " + config);
      output.line("credentials  " + credentials);
      output.line("profile      " + profile);
    }
    return ExitCode.DONE;
  }
}
