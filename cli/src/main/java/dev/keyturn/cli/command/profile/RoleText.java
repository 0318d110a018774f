package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.failure.Failure;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts that go with AssumeRole, as STS takes them (STS API reference, "AssumeRole"): no code
 * is to be spent on a call that cannot succeed.
 */
enum RoleText {
  /** Accounts are left to AWS. */
  ARN(
      PlanOptions.ROLE,
      "arn:[^:\\s]+:iam::[^:\\s]*:role/\\S{1,1000}",
      "arn:aws:iam::ACCOUNT:role/NAME"),
  /** What an auditor reads. */
  SESSION_NAME("--role-session-name", "[A-Za-z0-9_+=,.@-]{2,64}", "2 to 64 of A-Z a-z 0-9 _+=,.@-"),
  /** What the role's trust policy asks for. */
  EXTERNAL_ID(
      "--external-id", "[A-Za-z0-9_+=,.@:/-]{2,1224}", "2 to 1224 of A-Z a-z 0-9 _+=,.@:/-"),
  /** Who is behind the role session. */
  SOURCE_IDENTITY(
      "--source-identity", "[A-Za-z0-9_+=,.@-]{2,64}", "2 to 64 of A-Z a-z 0-9 _+=,.@-");

  private final String option;
  private final Pattern pattern;
  private final String form;

  RoleText(String option, String pattern, String form) {
    this.option = option;
    this.pattern = Pattern.compile(pattern);
    this.form = form;
  }

  /** The option's value; null when it was not given. */
  @Nullable String in(Arguments arguments) {
    return checked(arguments.text(option).orElse(null));
  }

  /** {@code text}, if it is one that STS takes. */
  @Nullable String checked(@Nullable String text) {
    if (text != null && !pattern.matcher(text).matches()) {
      String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');
      throw new Failure.Usage(
              "'" + text + "' is no " + label + " that AWS takes", option + " " + form)
          .exception();
    }
    return text;
  }
}
