package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Options;
import dev.keyturn.cli.command.port.Input;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.edit.FilePlaces;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.text.VisibleText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

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
  public void declare(CommandSpec spec) {
    Options.addOutput(spec);
    ConfigTarget.declare(spec, 2);
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> words = ConfigTarget.words(arguments, 2, "keyturn config set --help");
    String key = words.get(0);
    String value = words.get(1);
    boolean secret = SettingName.isSecret(key.substring(key.lastIndexOf('.') + 1));
    if (secret && !value.equals("-")) {
      output.note(
          "a secret given as an argument stays in the shell's history, and others on this computer"
              + " can see it; give - and type it");
    }
    Place place = target.set(arguments, key, value.equals("-") ? asked(key, secret) : value);
    if (place.kind() == FileKind.CREDENTIALS && places.isOpenToOthers(place.file())) {
      output.note(place.file() + " is not yours alone");
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
