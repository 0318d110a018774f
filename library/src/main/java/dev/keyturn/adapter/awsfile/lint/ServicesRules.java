package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.domain.profile.file.NearestName;
import java.util.List;

/** Rules about {@code [services NAME]} sections. */
final class ServicesRules {

  private static final String URL = "endpoint_url";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "services-block",
              "ignore the line and call the service's own endpoint",
              "ignores the line and calls the service's own endpoint",
              NOBODY,
              null,
              ServicesRules::block));

  private ServicesRules() {}

  private static void block(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      LintedSection section = line.section();
      boolean inServices =
          section != null && section.header().type() == SectionHeader.Type.SERVICES;
      if (inServices && line.isReadBySdks() && isMistake(file, line)) {
        report.add(line);
      }
    }
  }

  /** A service has an empty value, and below it the settings that AWS tools know. */
  private static boolean isMistake(LintedFile file, LintedLine line) {
    if (line.is(Kind.PROPERTY)) {
      return line.valueStart() < line.valueEnd()
          || PropertyRules.lowerCaseKey(file.file(), line).equals(URL);
    }
    String key = line.is(Kind.SUB_PROPERTY) ? PropertyRules.lowerCaseKey(file.file(), line) : URL;
    return !key.equals(URL) && NearestName.of(key, List.of(URL)) != null;
  }
}
