package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.CLI;
import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.adapter.awsfile.text.SectionHeader.Skipped;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;
import java.util.Objects;

/** Rules about one header. */
final class HeaderRules {

  private static final String IGNORE = "ignore the section";
  private static final String IGNORES = "ignores the section";

  static final List<Rule> ALL =
      List.of(
          Rule.of("section-without-name", IGNORE, IGNORES, CLI, null, HeaderRules::withoutName),
          Rule.of(
              "section-name",
              IGNORE,
              "reads a section with that name",
              NOBODY,
              null,
              HeaderRules::name),
          Rule.of(
              "section-without-prefix", IGNORE, IGNORES, NOBODY, null, HeaderRules::withoutPrefix),
          Rule.of("unknown-section", IGNORE, IGNORES, NOBODY, null, HeaderRules::unknown),
          Rule.of(
              "prefix-in-credentials",
              IGNORE,
              "reads a profile whose name begins with the prefix",
              NOBODY,
              null,
              HeaderRules::prefixInCredentials),
          Rule.of(
              "blank-in-header",
              "read the name without the blanks",
              "ignores the section, in the credentials file treats the blanks as part of the name",
              NOBODY,
              "remove the blanks",
              HeaderRules::blank),
          Rule.of(
              "bracket-in-comment",
              "read the header without the comment",
              "treats the comment as part of the name",
              NOBODY,
              "move the comment to a line of its own above",
              HeaderRules::bracketInComment),
          Rule.of(
              "default-in-capitals",
              "ignore the section, in the credentials file read a profile DEFAULT",
              "applies its settings to every profile",
              NOBODY,
              null,
              HeaderRules::defaultInCapitals));

  private HeaderRules() {}

  private static void withoutName(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      if (section.header().name().isEmpty()) {
        boolean fails = section.headerLine().cli().is(CliLine.Kind.BROKEN);
        report.add(
            section.headerLine(),
            IGNORE,
            fails ? "cannot read the file" : IGNORES,
            fails ? CLI : NOBODY);
      }
    }
  }

  private static void name(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      if (section.header().skipped() == Skipped.INVALID_NAME && section.cliName() != null) {
        report.add(section.headerLine());
      }
    }
  }

  /** The sections that only the AWS CLI reads have no prefix. */
  private static void withoutPrefix(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      String name = section.header().name();
      boolean ofTheCli = name.equals("plugins") || name.equals("preview");
      if (section.header().skipped() == Skipped.NO_PREFIX
          && section.cliName() == null
          && !ofTheCli
          && !name.equals("DEFAULT")) {
        report.add(section.headerLine());
      }
    }
  }

  private static void unknown(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      if (section.header().skipped() == Skipped.INVALID_NAME && section.cliName() == null) {
        report.add(section.headerLine());
      }
    }
  }

  private static void prefixInCredentials(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      if (section.header().skipped() == Skipped.PREFIX_IN_CREDENTIALS) {
        report.add(section.headerLine());
      }
    }
  }

  private static void blank(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      String trimmed = SectionHeader.trim(section.text());
      boolean padded = section.text().equals(section.cliText()) && isReadDifferently(section);
      String repaired = CliReading.section(file.kind(), trimmed);
      if (padded && Objects.equals(repaired, section.sdkName())) {
        LintedLine line = section.headerLine();
        String cli =
            file.kind() == FileKind.CONFIG ? IGNORES : "treats the blanks as part of the name";
        Splice repair = new Splice(line.valueStart(), line.valueEnd(), trimmed);
        report.add(
            line,
            "read the name without the blanks",
            cli,
            NOBODY,
            unlessDuplicate(file, section, trimmed, repair));
      }
    }
  }

  private static boolean isReadDifferently(LintedSection section) {
    return section.sdkName() != null && !section.sdkName().equals(section.cliName());
  }

  private static void bracketInComment(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      LintedLine line = section.headerLine();
      String comment = line.comment(file.file());
      boolean inName = section.cliText() != null && !section.cliText().equals(section.text());
      if (inName && comment.indexOf(']') >= 0) {
        Splice repair = PropertyRules.commentAbove(file.file(), line);
        report.add(line, unlessDuplicate(file, section, section.text(), repair));
      }
    }
  }

  /**
   * The Python tools cannot read two sections with the same header text, unless they can be merged.
   */
  private static Splice[] unlessDuplicate(
      LintedFile file, LintedSection section, String text, Splice repair) {
    boolean duplicate =
        file.sections().stream()
            .anyMatch(other -> !other.equals(section) && text.equals(other.cliText()));
    boolean merged = duplicate && SplitSections.of(file).merge(section).length > 0;
    return duplicate && !merged ? new Splice[0] : new Splice[] {repair};
  }

  private static void defaultInCapitals(LintedFile file, Report report) {
    for (LintedSection section : file.sections()) {
      if ("DEFAULT".equals(section.cliText())) {
        String sdk = file.kind() == FileKind.CONFIG ? IGNORE : "read a profile DEFAULT";
        report.add(section.headerLine(), sdk, "applies its settings to every profile", NOBODY);
      }
    }
  }
}
