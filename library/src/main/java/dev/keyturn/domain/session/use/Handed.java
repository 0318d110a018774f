package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import org.jspecify.annotations.Nullable;

/** The credentials that a profile's programs use. */
public sealed interface Handed {

  /** The credentials. */
  HandedCredentials credentials();

  /**
   * A session.
   *
   * @param session the session
   */
  record OfSession(Session session) implements Handed {
    @Override
    public HandedCredentials credentials() {
      return HandedCredentials.of(session.credentials(), Identity.accountOf(session.identity()));
    }
  }

  /**
   * The long-term keys of a user who has no MFA device.
   *
   * @param key the keys
   * @param owner the identity they belong to; null if that could not be looked up
   */
  record LongTerm(AccessKey key, @Nullable Identity owner) implements Handed {
    @Override
    public HandedCredentials credentials() {
      return HandedCredentials.of(key, Identity.accountOf(owner));
    }
  }
}
