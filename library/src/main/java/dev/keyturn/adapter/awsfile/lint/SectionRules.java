package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.CLI;
import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about sections that are written in several places. */
final class SectionRules {

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "duplicate-section",
              "merge the sections; later values take precedence",
              "cannot read the file",
              CLI,
              "merge it into the one above",
              SectionRules::duplicates),
          Rule.of(
              "section-written-twice",
              "merge the sections; later values take precedence",
              "reads the last of the sections and ignores the others",
              NOBODY,
              "merge it into the one above",
              SectionRules::writtenTwice),
          Rule.of(
              "two-defaults",
              "read [profile default] and ignore [default]",
              "reads the last of the two",
              NOBODY,
              null,
              SectionRules::twoDefaults));

  private SectionRules() {}

  /** A header may be indented, which only the Python tools take for one. */
  private static void duplicates(LintedFile file, Report report) {
    SplitSections split = SplitSections.of(file);
    Set<String> texts = new HashSet<>();
    for (LintedLine line : file.lines()) {
      String text = line.cli().value();
      boolean header = line.cli().is(CliLine.Kind.HEADER) && !text.equals("DEFAULT");
      if (header && !texts.add(text)) {
        boolean merged = line.is(Kind.HEADER) && split.continues(line.section());
        report.add(
            line,
            merged ? "merge the sections; later values take precedence" : "ignore the section",
            "cannot read the file",
            CLI,
            merged ? split.merge(line.section()) : new Splice[0]);
      }
    }
  }

  /** A section of the config file whose headers are not the same text. */
  private static void writtenTwice(LintedFile file, Report report) {
    SplitSections split = SplitSections.of(file);
    Map<String, String> textsOfNames = new HashMap<>();
    for (LintedSection section : file.sections()) {
      String name = section.cliName();
      boolean config = file.kind() == FileKind.CONFIG;
      if (config && name != null && !name.equals("profile default")) {
        String above = textsOfNames.put(name, String.valueOf(section.cliText()));
        if (above != null && !above.equals(section.cliText())) {
          boolean merged = split.continues(section);
          report.add(
              section.headerLine(),
              merged ? "merge the sections; later values take precedence" : "ignore the section",
              "reads the last of the sections and ignores the others",
              NOBODY,
              merged ? split.merge(section) : new Splice[0]);
        }
      }
    }
  }

  private static void twoDefaults(LintedFile file, Report report) {
    boolean withPrefix = false;
    boolean withoutPrefix = false;
    for (LintedSection section : file.sections()) {
      if (file.kind() == FileKind.CONFIG && section.isProfile("default")) {
        boolean prefixed = section.header().prefixed();
        if (prefixed ? withoutPrefix : withPrefix) {
          report.add(section.headerLine());
        }
        withPrefix |= prefixed;
        withoutPrefix |= !prefixed;
      }
    }
  }
}
