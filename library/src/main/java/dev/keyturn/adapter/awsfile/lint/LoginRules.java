package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules about profiles of {@code aws login}, which have a {@code login_session}.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html">
 *     Login credentials</a>
 */
final class LoginRules {

  private static final String LOGIN = "login_session";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "keys-beside-login-session",
              "use the keys or the login session, not all of them the same",
              "uses the keys in the credentials file, and refuses 'aws login' for the profile",
              NOBODY,
              null,
              LoginRules::keys),
          Rule.of(
              "process-beside-login-session",
              "use the process or the login session, not all of them the same",
              "uses the login session, and refuses 'aws login' for the profile",
              NOBODY,
              null,
              LoginRules::process));

  private LoginRules() {}

  private static void keys(LintedFile file, Report report) {
    report(file, report, "aws_access_key_id");
  }

  private static void process(LintedFile file, Report report) {
    report(file, report, "credential_process");
  }

  /** The two may be in different files. */
  private static void report(LintedFile file, Report report, String key) {
    Set<String> profiles = profilesWithLogin(file);
    LintedFile other = file.other();
    if (other != null) {
      profiles.addAll(profilesWithLogin(other));
    }
    for (LintedLine line : file.lines()) {
      LintedSection section = line.section();
      boolean beside = section != null && profiles.contains(section.header().name());
      if (beside && isSetting(file, line, key)) {
        report.add(line);
      }
    }
  }

  private static Set<String> profilesWithLogin(LintedFile file) {
    Set<String> profiles = new HashSet<>();
    for (LintedLine line : file.lines()) {
      LintedSection section = line.section();
      if (section != null && isSetting(file, line, LOGIN)) {
        profiles.add(section.header().name());
      }
    }
    return profiles;
  }

  private static boolean isSetting(LintedFile file, LintedLine line, String key) {
    return line.is(Kind.PROPERTY)
        && line.isReadBySdks()
        && PropertyRules.lowerCaseKey(file.file(), line).equals(key);
  }
}
