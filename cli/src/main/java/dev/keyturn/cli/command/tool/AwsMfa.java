package dev.keyturn.cli.command.tool;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code aws-mfa}, as its README describes it.
 *
 * @see <a href="https://github.com/broamski/aws-mfa">aws-mfa</a>
 */
final class AwsMfa implements ForeignTool {

  private static final ForeignOption DEVICE =
      ForeignOption.with("--device", "ARN", "MFA device (default: MFA_DEVICE, then the files).");
  private static final ForeignOption DURATION =
      ForeignOption.with("--duration", "SECONDS", "How long (default: MFA_STS_DURATION, 43200).");
  private static final ForeignOption PROFILE =
      ForeignOption.with("--profile", "PROFILE", "Profile (default: AWS_PROFILE, then default).");
  private static final ForeignOption LONG_TERM =
      ForeignOption.with("--long-term-suffix", "SUFFIX", "Suffix of the section with the keys.")
          .or("--long-suffix");
  private static final ForeignOption SHORT_TERM =
      ForeignOption.with("--short-term-suffix", "SUFFIX", "Suffix of the session's section.")
          .or("--short-suffix");
  private static final ForeignOption ROLE =
      ForeignOption.with("--assume-role", "ARN", "Role to assume (default: MFA_ASSUME_ROLE).")
          .or("--assume");
  private static final ForeignOption SESSION_NAME =
      ForeignOption.with("--role-session-name", "NAME", "Name of the role session.");
  private static final ForeignOption FORCE =
      ForeignOption.flag("--force", "Create a new session even if the current one is valid.");
  private static final ForeignOption LOG_LEVEL =
      ForeignOption.with("--log-level", "LEVEL", "Accepted and ignored.");
  private static final ForeignOption SETUP =
      ForeignOption.flag("--setup", "Ask for the keys of a profile, then log in: keyturn setup.");
  private static final ForeignOption TOKEN =
      ForeignOption.with("--token", "CODE", "The MFA code.").or("--mfa-token");

  private static final List<String> LEVELS =
      List.of("CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG", "NOTSET");

  @Override
  public String name() {
    return "aws-mfa";
  }

  @Override
  public String text() {
    return "keys in [PROFILE-long-term], the session in [PROFILE]";
  }

  @Override
  public List<ForeignOption> options() {
    return List.of(
        DEVICE,
        DURATION,
        PROFILE,
        LONG_TERM,
        SHORT_TERM,
        ROLE,
        SESSION_NAME,
        FORCE,
        LOG_LEVEL,
        SETUP,
        TOKEN);
  }

  @Override
  public int failed() {
    return 1;
  }

  @Override
  public int misused() {
    return 2;
  }

  @Override
  public Translation translate(
      ForeignLine line, Map<String, String> environment, AwsConfiguration files) {
    check(line);
    if (line.has(SETUP)) {
      return new Translation("setup", environment).word(line.value(PROFILE));
    }
    String profile = of(line, PROFILE, environment, Variable.AWS_PROFILE.name());
    profile = profile.isEmpty() ? "default" : profile;
    String longTerm = of(line, LONG_TERM, environment, "MFA_LONG_TERM_SUFFIX");
    requireKeys(files, profile, longTerm);
    String role = of(line, ROLE, environment, "MFA_ASSUME_ROLE");
    String sessionName = line.value(SESSION_NAME);
    return new Translation("login", environment)
        .with("--profile", profile)
        .with("--long-term-suffix", longTerm)
        .with("--short-term-suffix", of(line, SHORT_TERM, environment, "MFA_SHORT_TERM_SUFFIX"))
        .with("--device", of(line, DEVICE, environment, "MFA_DEVICE"))
        .with("--duration", of(line, DURATION, environment, "MFA_STS_DURATION"))
        .with("--role-arn", role)
        .with("--role-session-name", role.isEmpty() ? "" : nameOr(sessionName, environment))
        .with("--code", line.value(TOKEN))
        .with("--force", line.has(FORCE));
  }

  private void check(ForeignLine line) {
    if (!line.words().isEmpty()) {
      throw ForeignLine.misused(name(), "does not take positional arguments");
    }
    if (line.has(LOG_LEVEL) && !LEVELS.contains(line.value(LOG_LEVEL))) {
      throw ForeignLine.misused(name(), "--log-level must be one of " + String.join(", ", LEVELS));
    }
  }

  /** The real tool does nothing for a profile whose keys are elsewhere. */
  private static void requireKeys(AwsConfiguration files, String profile, String suffix) {
    String section = section(profile, suffix);
    boolean keys =
        files.credentials(section).flatMap(it -> it.filled("aws_access_key_id")).isPresent();
    if (!keys) {
      throw new ProfileFailure.Bad(
              profile,
              "aws-mfa needs long-term keys in [" + section + "]",
              ShellCommand.of("aws", "configure", "--profile", section))
          .exception();
    }
  }

  private static String section(String profile, String suffix) {
    if (suffix.isEmpty()) {
      return profile + "-long-term";
    }
    return suffix.toLowerCase(Locale.ROOT).equals("none") ? profile : profile + "-" + suffix;
  }

  private static String of(
      ForeignLine line, ForeignOption option, Map<String, String> environment, String variable) {
    return line.has(option) ? line.value(option) : environment.getOrDefault(variable, "");
  }

  /** The name of the computer's user, from the variables that Python reads. */
  private static String nameOr(String given, Map<String, String> environment) {
    if (!given.isEmpty()) {
      return given;
    }
    for (String variable : List.of("LOGNAME", "USER", "LNAME", "USERNAME")) {
      String user = environment.getOrDefault(variable, "");
      if (!user.isEmpty()) {
        return user;
      }
    }
    return "";
  }
}
