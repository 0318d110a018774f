package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.AwsError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a role.
 *
 * <pre>
 * role-arn = "arn:" partition ":iam::" 12DIGIT ":role/" [ path "/" ] name
 * </pre>
 */
record RoleArn(String text, String accountId, String roleName) {
  private static final Pattern FORM =
      Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):role/(?:[!-~]*/)?([\\w+=,.@-]{1,64})");

  /**
   * Reads the ARN as AssumeRole gets it.
   *
   * @throws AwsError ValidationError {@code X is invalid}
   */
  static RoleArn parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw AwsError.validation(text + " is invalid");
    }
    return new RoleArn(text, matcher.group(1), matcher.group(2));
  }
}
