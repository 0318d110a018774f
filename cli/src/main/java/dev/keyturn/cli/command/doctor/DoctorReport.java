package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.doctor.check.CheckName;
import dev.keyturn.cli.command.doctor.check.Finding;
import dev.keyturn.cli.command.doctor.check.Level;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.cli.command.text.Style;
import dev.keyturn.cli.command.text.WrappedText;
import dev.keyturn.domain.text.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** Findings as text and as JSON. */
final class DoctorReport {

  private static final int LEVEL_WIDTH = "info".length();
  private static final int CHECK_WIDTH =
      Arrays.stream(CheckName.values()).mapToInt(name -> name.text().length()).max().orElse(0);

  private static final String INDENT = " ".repeat(2 + LEVEL_WIDTH + 2 + CHECK_WIDTH + 2);

  private final UnaryOperator<String> shown;

  /** {@code shown} maps a text to its displayed form. */
  DoctorReport(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  /** The text for a terminal. */
  String text(List<Group> groups, Look look) {
    StringBuilder text = new StringBuilder();
    for (Group group : groups) {
      String profile = group.profile();
      String title = profile == null ? "This computer" : "Profile " + visible(profile);
      text.append(look.of(Style.TITLE, title)).append('\n');
      group.findings().forEach(finding -> append(text, finding, look));
      text.append('\n');
    }
    return text.append(sum(groups)).append('\n').toString();
  }

  private void append(StringBuilder text, Finding finding, Look look) {
    String level = padded(finding.level().label(), LEVEL_WIDTH);
    text.append("  ").append(look.of(style(finding.level()), level)).append("  ");
    text.append(padded(finding.check().text(), CHECK_WIDTH)).append("  ");
    int columns = look.columns() - INDENT.length();
    text.append(String.join("\n" + INDENT, WrappedText.lines(visible(finding.message()), columns)))
        .append('\n');
    if (!finding.hint().isEmpty()) {
      // Never wrapped, so that it can be pasted.
      text.append(INDENT).append("hint: ").append(visible(finding.hint())).append('\n');
    }
    if (finding.failure() != null) {
      text.append(INDENT).append("more: keyturn help ").append(finding.failure().text());
      text.append('\n');
    }
  }

  private static Style style(Level level) {
    return switch (level) {
      case OK -> Style.GOOD;
      case INFO -> Style.FAINT;
      case WARN -> Style.WARNING;
      case FAIL -> Style.BAD;
    };
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(Math.max(0, width - word.length()));
  }

  /** {@code text} as the report shows it. */
  String visible(String text) {
    return VisibleText.line(shown.apply(text));
  }

  private static String sum(List<Group> groups) {
    long fails = count(groups, Level.FAIL);
    long warnings = count(groups, Level.WARN);
    return fails + warnings == 0
        ? "No problems found."
        : "Problems found: " + fails + " fail, " + warnings + " warn.";
  }

  private static long count(List<Group> groups, Level level) {
    return groups.stream()
        .flatMap(group -> group.findings().stream())
        .filter(finding -> finding.level() == level)
        .count();
  }

  String json(List<Group> groups) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("checks");
      groups.forEach(group -> group.findings().forEach(finding -> write(to, group, finding)));
      to.writeEndArray();
    });
  }

  private void write(JsonGenerator to, Group group, Finding finding) {
    to.writeStartObject();
    to.writeStringProperty("check", finding.check().text());
    String profile = group.profile();
    if (profile != null) {
      to.writeStringProperty("profile", shown.apply(profile));
    }
    to.writeStringProperty("level", finding.level().label());
    to.writeStringProperty("message", shown.apply(finding.message()));
    to.writeStringProperty("hint", shown.apply(finding.hint()));
    if (finding.failure() != null) {
      to.writeStringProperty("error", finding.failure().text());
    }
    to.writeEndObject();
  }
}
