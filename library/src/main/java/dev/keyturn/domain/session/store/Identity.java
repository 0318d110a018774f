package dev.keyturn.domain.session.store;

import org.jspecify.annotations.Nullable;

/**
 * Who a key or session belongs to, as GetCallerIdentity says.
 *
 * @param account the account id, twelve digits
 * @param arn the user, role session or root
 * @param userId the unique id, for example {@code AIDA…}
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public record Identity(String account, String arn, String userId) {

  /** The account of {@code identity}; null where that is not known. */
  public static @Nullable String accountOf(@Nullable Identity identity) {
    return identity == null ? null : identity.account();
  }
}
