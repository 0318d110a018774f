package dev.keyturn.cli.command.policy;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.policy.caller.Caller;
import dev.keyturn.domain.policy.check.CheckRow;
import dev.keyturn.domain.policy.check.Finding;
import dev.keyturn.domain.policy.check.PolicyCheck;
import dev.keyturn.domain.policy.check.Verdict;
import dev.keyturn.domain.policy.document.StatementId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Shows what callers may do, and the traps in a policy with their repairs. */
public final class CheckReport {

  private final Output output;

  /** Writes to {@code output}. */
  public CheckReport(Output output) {
    this.output = output;
  }

  void print(PolicyCheck check, boolean withReasons, boolean asJson) {
    if (asJson) {
      output.line(json(check));
      return;
    }
    output.text(table(check));
    if (withReasons) {
      output.text("\n" + reasons(check));
    }
    for (Finding finding : check.findings()) {
      output.text("\n" + text(finding));
    }
    if (check.findings().isEmpty()) {
      output.line("\nno trap found");
    }
  }

  private static String table(PolicyCheck check) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CALL", "ACCESS KEY", "NO MFA", "MFA", "ROLE"));
    for (CheckRow row : check.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.probe().label());
      for (Caller caller : Caller.values()) {
        cells.add(row.verdict(caller).isAllowed() ? "yes" : "-");
      }
      rows.add(cells);
    }
    return Table.text(rows);
  }

  private static String reasons(PolicyCheck check) {
    StringBuilder text = new StringBuilder();
    for (CheckRow row : check.rows()) {
      text.append(row.probe().label()).append('\n');
      for (Caller caller : Caller.values()) {
        text.append("  ").append(caller.description()).append(": ");
        text.append(row.verdict(caller).reason()).append('\n');
      }
    }
    return text.toString();
  }

  private static String text(Finding finding) {
    StatementId statement = finding.statement();
    return finding.trap().id()
        + ": "
        + finding.message()
        + (statement == null ? "" : "\n  in " + statement)
        + "\n  repair: "
        + finding.trap().repair()
        + "\n";
  }

  private static String json(PolicyCheck check) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("calls");
      check.rows().forEach(row -> call(to, row));
      to.writeEndArray();
      to.writeArrayPropertyStart("findings");
      check.findings().forEach(finding -> finding(to, finding));
      to.writeEndArray();
    });
  }

  private static void call(JsonGenerator to, CheckRow row) {
    to.writeStartObject();
    to.writeStringProperty("action", row.probe().action());
    to.writeStringProperty("resource", row.probe().resource());
    to.writeStringProperty("detail", row.probe().detail());
    to.writeArrayPropertyStart("callers");
    for (Caller caller : Caller.values()) {
      Verdict verdict = row.verdict(caller);
      to.writeStartObject();
      to.writeStringProperty("caller", caller.name().toLowerCase(Locale.ROOT));
      to.writeBooleanProperty("allowed", verdict.isAllowed());
      to.writeStringProperty("reason", verdict.reason());
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void finding(JsonGenerator to, Finding finding) {
    StatementId statement = finding.statement();
    to.writeStartObject();
    to.writeStringProperty("trap", finding.trap().id());
    to.writeStringProperty("message", finding.message());
    Json.text(to, "statement", statement == null ? null : statement.label());
    to.writeStringProperty("repair", finding.trap().repair());
    to.writeEndObject();
  }
}
