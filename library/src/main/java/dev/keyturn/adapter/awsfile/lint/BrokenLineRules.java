package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.BOTH;
import static dev.keyturn.adapter.awsfile.lint.Rule.SDK;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.Mistake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about lines that make the file unreadable to AWS SDKs, one for each kind of mistake. */
final class BrokenLineRules {

  private static final Repair NO_REPAIR = (file, line) -> null;

  static final List<Rule> ALL =
      List.of(
          rule("header-without-bracket", Mistake.NO_BRACKET, null, NO_REPAIR),
          rule("no-section", Mistake.NO_SECTION, null, NO_REPAIR),
          rule(
              "no-equals-sign",
              Mistake.NO_EQUALS,
              "replace the colon with an equals sign",
              BrokenLineRules::equalsForColon),
          rule("no-key", Mistake.NO_NAME, null, NO_REPAIR),
          rule(
              "indented-line",
              Mistake.NO_PROPERTY,
              "remove the blanks at its beginning",
              BrokenLineRules::withoutIndent),
          rule(
              "no-equals-sign-in-block",
              Mistake.NO_EQUALS_IN_BLOCK,
              "remove the blanks in front of the comment",
              BrokenLineRules::commentWithoutIndent),
          rule("no-key-in-block", Mistake.NO_NAME_IN_BLOCK, null, NO_REPAIR));

  private BrokenLineRules() {}

  /** Repairs a line that the Python tools can read, where there is one right answer. */
  private interface Repair {
    @Nullable Splice of(LintedFile file, LintedLine line);
  }

  private static Rule rule(String name, Mistake mistake, @Nullable String words, Repair repair) {
    String sdk = "cannot read the file: " + mistake.rule;
    return Rule.of(
        name,
        sdk,
        "reads the line, or cannot read the file",
        BOTH,
        words,
        (file, report) -> find(file, report, mistake, repair));
  }

  private static void find(LintedFile file, Report report, Mistake mistake, Repair repair) {
    for (LintedLine line : file.lines()) {
      if (line.is(Kind.BROKEN) && line.mistake() == mistake) {
        boolean fails = line.cli().is(CliLine.Kind.BROKEN);
        Splice splice = fails ? null : repair.of(file, line);
        report.add(
            line,
            "cannot read the file: " + mistake.rule,
            fails ? "cannot read the file" : "reads the line",
            fails ? BOTH : SDK,
            splice == null ? new Splice[0] : new Splice[] {splice});
      }
    }
  }

  private static @Nullable Splice equalsForColon(LintedFile file, LintedLine line) {
    String text = file.file().text(line.start(), line.end());
    int colon = line.start() + text.indexOf(':');
    boolean one = line.cli().is(CliLine.Kind.OPTION) && text.indexOf('=') < 0;
    return one ? new Splice(colon, colon + 1, "=") : null;
  }

  private static @Nullable Splice withoutIndent(LintedFile file, LintedLine line) {
    boolean continues = line.cli().is(CliLine.Kind.CONTINUATION);
    return !continues && isFreeToMove(file, line)
        ? new Splice(line.start(), line.textStart(), "")
        : null;
  }

  /**
   * Whether the Python tools read the lines below in the same way once {@code line} is no longer
   * indented: each of them continues it, also loses its indentation, or begins in the first column.
   */
  private static boolean isFreeToMove(LintedFile file, LintedLine line) {
    for (LintedLine below : file.lines().subList(line.number(), file.lines().size())) {
      boolean moves = below.is(Kind.BROKEN) && below.mistake() == Mistake.NO_PROPERTY;
      switch (below.cli().kind()) {
        case NOTHING, BLANK_IN_VALUE, CONTINUATION -> {}
        case HEADER, OPTION, BROKEN -> {
          boolean indented =
              CliReading.isSpace(file.file().text(below.start(), below.end()).charAt(0));
          if (!indented || !moves) {
            return !indented;
          }
        }
      }
    }
    return true;
  }

  private static @Nullable Splice commentWithoutIndent(LintedFile file, LintedLine line) {
    boolean comment = line.cli().is(CliLine.Kind.NOTHING);
    return comment ? new Splice(line.start(), line.textStart(), "") : null;
  }
}
