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
import dev.keyturn.cli.command.profile.LastingEdits;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.edit.FileLint;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.LintFinding.Tool;
import dev.keyturn.domain.edit.LintRule;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * {@code keyturn config lint}: lines that AWS SDKs and the AWS CLI read differently, or that none
 * of them can use.
 */
public final class ConfigLintCommand implements Command {

  private static final Flag FIX =
      Option.flag("--fix", "Repair the findings that have a safe repair.");
  private static final Flag RULES = Option.flag("--rules", "List the rules; read no file.");

  private final FileLint lint;
  private final LastingEdits lasting;
  private final Output output;

  public ConfigLintCommand(FileLint lint, LastingEdits lasting, Output output) {
    this.lint = lint;
    this.lasting = lasting;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(FIX, RULES, CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES, ExitCode.NO)
        .example("keyturn config lint", "list the findings")
        .example("keyturn config lint --fix", "repair those that have a safe repair")
        .example("keyturn config lint --rules", "list the rules");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    if (RULES.in(arguments)) {
      printRules(CommonOptions.wantsJson(arguments));
      return ExitCode.DONE;
    }
    List<LintFinding> findings = findings();
    if (FIX.in(arguments)) {
      List<String> notUndoable =
          lasting.of(() -> {
            lint.repair(FileKind.CONFIG);
            lint.repair(FileKind.CREDENTIALS);
          });
      List<LintFinding> left = findings();
      printRepaired(findings, left, notUndoable);
      findings = left;
    }
    printFindings(findings, CommonOptions.wantsJson(arguments));
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  private List<LintFinding> findings() {
    List<LintFinding> findings = new ArrayList<>(lint.lint(FileKind.CONFIG));
    findings.addAll(lint.lint(FileKind.CREDENTIALS));
    return findings;
  }

  /** By number: a repair may move the lines of the others. */
  private void printRepaired(
      List<LintFinding> before, List<LintFinding> left, List<String> notUndoable) {
    Map<String, Integer> repaired = new LinkedHashMap<>();
    before.forEach(finding -> repaired.merge(kind(finding), 1, Integer::sum));
    left.forEach(finding -> repaired.merge(kind(finding), -1, Integer::sum));
    repaired.values().removeIf(number -> number <= 0);
    repaired.forEach((kind, number) ->
        output.note("repaired: " + kind + (number == 1 ? "" : ", " + number + " times")));
    notUndoable.forEach(output::note);
    if (notUndoable.isEmpty() && !repaired.isEmpty()) {
      output.error("to take it back: keyturn undo");
    }
  }

  private static String kind(LintFinding finding) {
    return finding.rule() + " in " + finding.origin().file();
  }

  private void printRules(boolean asJson) {
    if (asJson) {
      output.line(json("rules", lint.rules(), ConfigLintCommand::write));
    } else {
      for (LintRule rule : lint.rules()) {
        output.text(text(rule.name(), rule.sdk(), rule.awsCli(), rule.repair()));
      }
    }
  }

  private void printFindings(List<LintFinding> findings, boolean asJson) {
    if (asJson) {
      output.line(json("findings", findings, ConfigLintCommand::write));
    } else if (findings.isEmpty()) {
      output.note("no findings");
    } else {
      for (LintFinding finding : findings) {
        String title = finding.origin() + ": " + finding.rule();
        output.text(text(title, finding.sdk(), finding.awsCli(), finding.fix()));
      }
    }
  }

  private static String text(String title, String sdk, String awsCli, @Nullable String fix) {
    StringBuilder text = new StringBuilder(title).append('\n');
    text.append("  AWS SDKs  ").append(sdk).append('\n');
    text.append("  AWS CLI   ").append(awsCli).append('\n');
    return fix == null
        ? text.toString()
        : text.append("  --fix     ").append(fix).append('\n').toString();
  }

  private static <T> String json(String name, List<T> list, BiConsumer<JsonGenerator, T> write) {
    return Json.object(to -> {
      to.writeArrayPropertyStart(name);
      for (T one : list) {
        to.writeStartObject();
        write.accept(to, one);
        to.writeEndObject();
      }
      to.writeEndArray();
    });
  }

  private static void write(JsonGenerator to, LintRule rule) {
    to.writeStringProperty("rule", rule.name());
    write(to, rule.sdk(), rule.awsCli(), rule.fatalFor(), rule.repair());
  }

  private static void write(JsonGenerator to, LintFinding finding) {
    to.writeStringProperty("rule", finding.rule());
    to.writeStringProperty("file", finding.origin().file());
    to.writeNumberProperty("line", finding.origin().line());
    if (finding.section() != null) {
      to.writeStringProperty("profile", finding.section());
    }
    write(to, finding.sdk(), finding.awsCli(), finding.fatalFor(), finding.fix());
  }

  private static void write(
      JsonGenerator to, String sdk, String awsCli, List<Tool> fatalFor, @Nullable String fix) {
    to.writeStringProperty("sdk", sdk);
    to.writeStringProperty("aws_cli", awsCli);
    to.writeArrayPropertyStart("fatal_for");
    fatalFor.stream().map(Tool::code).forEach(to::writeString);
    to.writeEndArray();
    if (fix != null) {
      to.writeStringProperty("fix", fix);
    }
  }
}
