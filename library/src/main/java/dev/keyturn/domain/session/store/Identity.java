package dev.keyturn.domain.session.store;

import org.jspecify.annotations.Nullable;

/**
 * The identity that a key or session belongs to, as returned by GetCallerIdentity.
 *
 * @param account the account id, twelve digits
 * @param arn the user, role session or root
 * @param userId the unique id, for example {@code AIDA…}
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public record Identity(String account, String arn, String userId) {

  /** The account of {@code identity}; null if unknown. */
  public static @Nullable String accountOf(@Nullable Identity identity) {
    return identity == null ? null : identity.account();
  }
}
