package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.domain.profile.file.OddText;
import dev.keyturn.domain.profile.file.Placeholder;
import java.util.List;
import java.util.Set;

/** Rules about values that no tool can use. */
final class ValueRules {

  private static final Set<String> KEYS =
      Set.of(
          "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token");

  private static final Set<String> DEVICES =
      Set.of("mfa_serial", "aws_mfa_device", "aws_arn_mfa", "aws_arn_mfa_device");

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "odd-characters",
              "treat quotes and invisible characters as part of the key or serial number",
              "treats quotes and invisible characters as part of the key or serial number",
              NOBODY,
              "remove them",
              ValueRules::oddCharacters),
          Rule.of(
              "placeholder",
              "use the placeholder as the value",
              "uses the placeholder as the value",
              NOBODY,
              null,
              ValueRules::placeholder));

  private ValueRules() {}

  private static boolean isKeyOrDevice(LintedFile file, LintedLine line) {
    String key = line.is(Kind.PROPERTY) ? PropertyRules.lowerCaseKey(file.file(), line) : "";
    return line.isReadBySdks() && (KEYS.contains(key) || DEVICES.contains(key));
  }

  private static void oddCharacters(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      String value = isKeyOrDevice(file, line) ? line.value(file.file()) : "";
      if (OddText.reason(value) != null) {
        report.add(line, new Splice(line.valueStart(), line.valueEnd(), OddText.cleaned(value)));
      }
    }
  }

  private static void placeholder(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      boolean sought =
          isKeyOrDevice(file, line)
              || (line.is(Kind.PROPERTY)
                  && line.isReadBySdks()
                  && PropertyRules.lowerCaseKey(file.file(), line).equals("role_arn"));
      if (sought && Placeholder.is(line.value(file.file()))) {
        report.add(line);
      }
    }
  }
}
