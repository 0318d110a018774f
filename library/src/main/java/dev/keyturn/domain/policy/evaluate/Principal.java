package dev.keyturn.domain.policy.evaluate;

/**
 * The principal that makes a request.
 *
 * @param account the account id
 * @param arn of the user, or of the role session: {@code arn:aws:sts::…:assumed-role/ROLE/SESSION}
 * @param entityArn of the user, or of the role that the session belongs to
 */
public record Principal(String account, String arn, String entityArn) {

  /** A user, who has one ARN. */
  public static Principal user(String account, String arn) {
    return new Principal(account, arn, arn);
  }
}
