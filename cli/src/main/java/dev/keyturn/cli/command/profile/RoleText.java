package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Value;
import dev.keyturn.domain.failure.Failure;
import java.util.regex.Pattern;

/**
 * The texts that go with AssumeRole, as STS takes them (STS API reference, "AssumeRole"): no code
 * is to be spent on a call that cannot succeed.
 */
final class RoleText extends Value<String> {

  /** Which accounts and names exist is left to AWS. */
  static final RoleText ARN =
      new RoleText(
          "ARN",
          "arn:aws:iam::ACCOUNT:role/NAME",
          "role ARN",
          "arn:[^:\\s]+:iam::[^:\\s]*:role/\\S{1,1000}",
          "arn:aws:iam::ACCOUNT:role/NAME");

  /** What an auditor reads. */
  static final RoleText SESSION_NAME =
      new RoleText(
          "NAME",
          "alice",
          "role session name",
          "[A-Za-z0-9_+=,.@-]{2,64}",
          "2 to 64 characters of A-Z a-z 0-9 _+=,.@-");

  /** What the role's trust policy asks for. */
  static final RoleText EXTERNAL_ID =
      new RoleText(
          "ID",
          "ID",
          "external ID",
          "[A-Za-z0-9_+=,.@:/-]{2,1224}",
          "2 to 1224 characters of A-Z a-z 0-9 _+=,.@:/-");

  /** Who uses the role session. */
  static final RoleText SOURCE_IDENTITY =
      new RoleText(
          "NAME",
          "alice",
          "source identity",
          "[A-Za-z0-9_+=,.@-]{2,64}",
          "2 to 64 characters of A-Z a-z 0-9 _+=,.@-");

  private final String kind;
  private final String pattern;
  private final String form;

  private RoleText(String label, String example, String kind, String pattern, String form) {
    super(label, example);
    this.kind = kind;
    this.pattern = pattern;
    this.form = form;
  }

  @Override
  public String parse(String text) {
    if (!Pattern.matches(pattern, text)) {
      throw new Failure.Usage("'" + text + "' is not a valid " + kind + " (" + form + ")", "")
          .exception();
    }
    return text;
  }
}
