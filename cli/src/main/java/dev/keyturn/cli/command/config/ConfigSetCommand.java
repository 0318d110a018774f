package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.edit.FilePlaces;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.text.VisibleText;

/** {@code keyturn config set}: changes the line of one setting, and no other byte. */
public final class ConfigSetCommand implements Command {

  private final ConfigTarget target;
  private final FilePlaces places;
  private final Input input;
  private final Terminal terminal;
  private final Output output;

  /** Of {@code target}'s settings. */
  public ConfigSetCommand(
      ConfigTarget target, FilePlaces places, Input input, Terminal terminal, Output output) {
    this.target = target;
    this.places = places;
    this.input = input;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().with(ConfigTarget.OPTIONS).taking(ConfigTarget.KEY, ConfigTarget.VALUE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.PERSON_NEEDED)
        .example(
            "keyturn config set profile.account1.region eu-west-1", "set a setting of a profile")
        .example(
            "keyturn config set --file F --section 'profile dev' region eu-west-1",
            "set one in any file");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String key = ConfigTarget.KEY.onlyIn(arguments);
    String value = ConfigTarget.VALUE.onlyIn(arguments);
    boolean secret = SettingName.isSecret(key.substring(key.lastIndexOf('.') + 1));
    if (secret && !value.equals("-")) {
      output.note(
          "a secret given as an argument stays in the shell's history, and other users of this"
              + " computer can see it; use - to be asked for it");
    }
    Place place = target.set(arguments, key, value.equals("-") ? asked(key, secret) : value);
    if (place.kind() == FileKind.CREDENTIALS && places.isOpenToOthers(place.file())) {
      output.note(place.file() + ": other users can read or change this file");
      output.error("hint: " + VisibleText.line("chmod 600 '" + place.file() + "'"));
    }
    return ExitCode.DONE;
  }

  private String asked(String key, boolean secret) {
    if (!input.isTerminal()) {
      return input.text();
    }
    return secret ? terminal.askSecret(key + ": ") : terminal.ask(key + ": ");
  }
}
