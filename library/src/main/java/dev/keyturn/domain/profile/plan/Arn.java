package dev.keyturn.domain.profile.plan;

import java.util.Optional;

/**
 * The parts of an Amazon Resource Name, {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE}, that
 * identify its partition and account. They are not validated.
 *
 * @param partition such as {@code aws-cn}
 * @param account the account id; may be empty
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(String partition, String account) {

  /**
   * The parts of {@code text}; empty for a text of another form, such as the serial number of a
   * hardware token.
   */
  public static Optional<Arn> of(String text) {
    int partition = "arn:".length();
    int service = text.indexOf(':', partition) + 1;
    int region = text.indexOf(':', service) + 1;
    int account = text.indexOf(':', region) + 1;
    int resource = text.indexOf(':', account) + 1;
    boolean complete = service > 0 && region > service && account > region && resource > account;
    return text.startsWith("arn:") && complete
        ? Optional.of(
            new Arn(text.substring(partition, service - 1), text.substring(account, resource - 1)))
        : Optional.empty();
  }

  /** The account in {@code text}; empty for a text of another form. */
  public static String account(String text) {
    return of(text).map(Arn::account).orElse("");
  }

  /** The name at the end of {@code text}, of a user, an MFA device or a role session. */
  public static String lastName(String text) {
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
