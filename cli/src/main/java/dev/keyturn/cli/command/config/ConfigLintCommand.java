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
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.edit.FileLint;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code keyturn config lint}: what AWS SDKs and the AWS CLI read differently. */
public final class ConfigLintCommand implements Command {

  private static final Flag FIX =
      Option.flag("--fix", "Repair the findings that have one correct repair.");

  private final FileLint lint;
  private final Output output;

  /** Built on ports. */
  public ConfigLintCommand(FileLint lint, Output output) {
    this.lint = lint;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FIX, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO)
        .example("keyturn config lint", "list the findings")
        .example("keyturn config lint --fix", "repair those that have one correct repair");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (FIX.in(arguments)) {
      lint.repair(FileKind.CONFIG);
      lint.repair(FileKind.CREDENTIALS);
    }
    List<LintFinding> findings = new ArrayList<>(lint.lint(FileKind.CONFIG));
    findings.addAll(lint.lint(FileKind.CREDENTIALS));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(findings));
    } else {
      findings.forEach(finding -> output.text(text(finding)));
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private static String text(LintFinding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.origin()).append(": ").append(finding.rule()).append('\n');
    text.append("  AWS SDKs  ").append(finding.sdk()).append('\n');
    text.append("  AWS CLI   ").append(finding.awsCli()).append('\n');
    String fix = finding.fix();
    return fix == null
        ? text.toString()
        : text.append("  --fix     ").append(fix).append('\n').toString();
  }

  private static String json(List<LintFinding> findings) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("findings");
      findings.forEach(finding -> write(to, finding));
      to.writeEndArray();
    });
  }

  private static void write(JsonGenerator to, LintFinding finding) {
    to.writeStartObject();
    to.writeStringProperty("rule", finding.rule());
    to.writeStringProperty("file", finding.origin().file());
    to.writeNumberProperty("line", finding.origin().line());
    if (finding.profile() != null) {
      to.writeStringProperty("profile", finding.profile());
    }
    to.writeStringProperty("sdk", finding.sdk());
    to.writeStringProperty("aws_cli", finding.awsCli());
    to.writeArrayPropertyStart("fatal_for");
    finding.fatalFor().stream().map(Tool::code).forEach(to::writeString);
    to.writeEndArray();
    if (finding.fix() != null) {
      to.writeStringProperty("fix", finding.fix());
    }
    to.writeEndObject();
  }
}
