package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Value;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.plan.StsText;

/**
 * A text that STS accepts only in a certain form, checked so that no code is used for a call that
 * cannot succeed.
 */
final class RoleText extends Value<String> {

  static final RoleText ARN =
      new RoleText("ARN", "arn:aws:iam::ACCOUNT:role/NAME", StsText.ROLE_ARN);
  static final RoleText SESSION_NAME = new RoleText("NAME", "alice", StsText.ROLE_SESSION_NAME);
  static final RoleText EXTERNAL_ID = new RoleText("ID", "ID", StsText.EXTERNAL_ID);
  static final RoleText SOURCE_IDENTITY = new RoleText("NAME", "alice", StsText.SOURCE_IDENTITY);

  private final StsText text;

  private RoleText(String label, String example, StsText text) {
    super(label, example);
    this.text = text;
  }

  @Override
  public String parse(String given) {
    if (!text.accepts(given)) {
      throw new Failure.Usage(
              "'" + given + "' is not a valid " + text.label() + " (" + text.form() + ")", "")
          .exception();
    }
    return given;
  }
}
