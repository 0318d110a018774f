package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.cli.command.text.Table.Cell;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code keyturn policy list}: lists the policy templates. */
public final class PolicyListCommand implements Command {

  private final Map<String, String> environment;
  private final Output output;
  private final Terminal terminal;

  public PolicyListCommand(Map<String, String> environment, Output output, Terminal terminal) {
    this.environment = environment;
    this.output = output;
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(ProfileChoice.ONLY_OPTION, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example("keyturn policy list", "list the policies that require or use MFA")
        .example("keyturn policy list --output json", "list them for a program");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json());
    } else {
      output.text(table());
      boolean isUnnamed =
          !ProfileChoice.ONLY_OPTION.isIn(arguments) && ProfileChoice.isUnnamed(environment);
      output.line(
          "to see one: keyturn policy show require-mfa"
              + (isUnnamed
                  ? " -p PROFILE"
                  : arguments.typed().carrying(List.of(ProfileChoice.ONLY_OPTION))));
    }
    return ExitCode.DONE;
  }

  private String table() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("NAME", "WHAT IT DOES", "KIND"));
    for (PolicyTemplate template : PolicyTemplate.values()) {
      rows.add(row(template.id(), template.summary(), template.kind().description()));
    }
    return Table.fitting(rows, 2, Look.of(output, terminal, Map.of(), true));
  }

  private static List<Cell> row(String... texts) {
    return Stream.of(texts).map(Cell::of).toList();
  }

  private static String json() {
    return Json.object(to -> {
      to.writeArrayPropertyStart("policies");
      for (PolicyTemplate template : PolicyTemplate.values()) {
        to.writeStartObject();
        to.writeStringProperty("name", template.id());
        to.writeStringProperty("kind", template.kind().description());
        to.writeStringProperty("summary", template.summary());
        to.writeEndObject();
      }
      to.writeEndArray();
    });
  }
}
