package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.CLI;
import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import java.util.List;
import java.util.Locale;

/** Rules about lines that each dialect reads as something different. */
final class LineRules {

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "indented-comment",
              "treat the comment as part of the value",
              "ignores it",
              NOBODY,
              null,
              LineRules::indentedComment),
          Rule.of(
              "indented-header",
              "treat the header as part of the value above",
              "treats the header as part of the value above",
              NOBODY,
              null,
              LineRules::indentedHeader),
          Rule.of(
              "blank-line-in-value",
              "leave the blank lines above out of the value",
              "keeps them in the value",
              NOBODY,
              "remove the blank lines",
              LineRules::blankLineInValue),
          Rule.of(
              "ignored-line",
              "ignore the line",
              "may not be able to read the file",
              CLI,
              null,
              LineRules::ignoredLine));

  /** Reports what no other rule has reported; it must run last. */
  static final Rule OTHER_READING =
      Rule.of(
          "other-reading",
          "read the line in one way",
          "reads it in another",
          CLI,
          null,
          LineRules::otherReading);

  private LineRules() {}

  private static boolean continues(LintedLine line) {
    return line.isReadBySdks() && (line.is(Kind.CONTINUATION) || line.is(Kind.SUB_PROPERTY));
  }

  private static void indentedComment(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      String text = continues(line) ? line.text(file.file()) : "";
      if (text.startsWith("#") || text.startsWith(";")) {
        report.add(line);
      }
    }
  }

  private static void indentedHeader(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      String text = continues(line) ? line.text(file.file()) : "";
      if (text.startsWith("[") && text.endsWith("]")) {
        report.add(line);
      }
    }
  }

  private static void blankLineInValue(LintedFile file, Report report) {
    int blank = -1;
    for (LintedLine line : file.lines()) {
      if (line.is(Kind.BLANK)) {
        blank = blank < 0 ? line.start() : blank;
      } else {
        boolean inValue = blank >= 0 && line.is(Kind.CONTINUATION) && line.isReadBySdks();
        if (inValue && line.cli().is(CliLine.Kind.CONTINUATION)) {
          report.add(line, new Splice(blank, line.start(), ""));
        }
        blank = -1;
      }
    }
  }

  private static void ignoredLine(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      if (line.is(Kind.SKIPPED)) {
        boolean fails = line.cli().is(CliLine.Kind.BROKEN);
        report.add(
            line,
            "ignore the line",
            fails ? "cannot read the file" : "reads it",
            fails ? CLI : NOBODY);
      }
    }
  }

  private static void otherReading(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      if (report.has(line)) {
        continue;
      }
      if (line.cli().is(CliLine.Kind.BROKEN)) {
        report.add(line, "read the line", "cannot read the file", CLI);
      } else if (!isReadAlike(line, file)) {
        report.add(line, "read the line in one way", "reads it in another", NOBODY);
      }
    }
  }

  private static boolean isReadAlike(LintedLine line, LintedFile file) {
    LintedSection section = line.section();
    return switch (line.kind()) {
      case BLANK, COMMENT, SKIPPED, BROKEN, END -> true;
      case HEADER ->
          section == null || sdkNameOf(section).equals(String.valueOf(section.cliName()));
      case PROPERTY -> !line.isReadBySdks() || isSameProperty(line, file);
      case CONTINUATION -> !line.isReadBySdks() || isSameText(line, file);
      case SUB_PROPERTY -> !line.isReadBySdks() || isSameSubProperty(line, file);
    };
  }

  private static String sdkNameOf(LintedSection section) {
    return String.valueOf(section.sdkName());
  }

  private static boolean isSameProperty(LintedLine line, LintedFile file) {
    return line.cli().is(CliLine.Kind.OPTION)
        && line.cli().key().equals(line.key(file.file()).toLowerCase(Locale.ROOT))
        && line.cli().value().equals(line.value(file.file()));
  }

  private static boolean isSameText(LintedLine line, LintedFile file) {
    return line.cli().is(CliLine.Kind.CONTINUATION)
        && line.cli().value().equals(line.text(file.file()));
  }

  /** The Python tools split it as a line of its own, at the first equals sign. */
  private static boolean isSameSubProperty(LintedLine line, LintedFile file) {
    String text = line.cli().value();
    int equals = text.indexOf('=');
    return line.cli().is(CliLine.Kind.CONTINUATION)
        && equals > 0
        && text.chars().noneMatch(letter -> CliReading.isLineEndInBlock((char) letter))
        && CliReading.trim(text.substring(0, equals)).equals(line.key(file.file()))
        && CliReading.trim(text.substring(equals + 1)).equals(line.value(file.file()));
  }
}
