package dev.keyturn.cli.command.config;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** {@code keyturn config dump}: everything the AWS tools read, both files merged. */
public final class ConfigDumpCommand implements Command {

  private static final Flag SHOW_SECRETS =
      Option.flag("--show-secrets", "Do not mask secrets; the output goes to the terminal only.");

  private static final String MASK = "****";

  private final ProfileFiles files;
  private final Terminal terminal;
  private final Output output;

  public ConfigDumpCommand(ProfileFiles files, Terminal terminal, Output output) {
    this.files = files;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(SHOW_SECRETS, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.PERSON_NEEDED)
        .example("keyturn config dump", "print everything as text")
        .example("keyturn config dump --output json", "the same for scripts");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    boolean secrets = SHOW_SECRETS.in(arguments);
    if (secrets && !terminal.isPresent()) {
      throw new Failure.NoTerminal(
              "secrets are only shown on a terminal, and there is none", "keyturn config dump")
          .exception();
    }
    AwsConfiguration configuration = files.read();
    String dump =
        CommonOptions.wantsJson(arguments)
            ? json(configuration, secrets)
            : text(configuration, secrets);
    if (secrets) {
      terminal.show(dump);
    } else if (!dump.isEmpty()) {
      output.line(dump);
    }
    return ExitCode.DONE;
  }

  private static String json(AwsConfiguration configuration, boolean secrets) {
    return Json.object(to -> {
      write(to, "profiles", configuration.profiles(), secrets);
      write(to, "sso_sessions", configuration.ssoSessions(), secrets);
      write(to, "services", configuration.services(), secrets);
    });
  }

  private static void write(
      JsonGenerator to, String name, Map<String, Section> sections, boolean secrets) {
    to.writeObjectPropertyStart(name);
    for (Section section : sections.values()) {
      to.writeObjectPropertyStart(section.name());
      for (Setting setting : section.settings().values()) {
        to.writeStringProperty(setting.name(), shown(setting, secrets));
      }
      to.writeEndObject();
    }
    to.writeEndObject();
  }

  private static String text(AwsConfiguration configuration, boolean secrets) {
    StringBuilder text = new StringBuilder();
    append(text, "profile ", configuration.profiles(), secrets);
    append(text, "sso-session ", configuration.ssoSessions(), secrets);
    append(text, "services ", configuration.services(), secrets);
    return text.toString().stripTrailing();
  }

  private static void append(
      StringBuilder text, String prefix, Map<String, Section> sections, boolean secrets) {
    for (Section section : sections.values()) {
      text.append('[').append(prefix).append(section.name()).append("]\n");
      for (Setting setting : section.settings().values()) {
        String value = shown(setting, secrets).replace("\n", "\n    ");
        boolean sameLine = !value.isEmpty() && value.charAt(0) != '\n';
        text.append(setting.name()).append(sameLine ? " = " : " =").append(value);
        text.append('\n');
      }
      text.append('\n');
    }
  }

  private static String shown(Setting setting, boolean secrets) {
    String value = setting.value();
    boolean hidden = !secrets && !value.isEmpty() && SettingName.isSecret(setting.name(), value);
    return hidden ? MASK : value;
  }
}
