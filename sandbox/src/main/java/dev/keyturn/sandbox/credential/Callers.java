package dev.keyturn.sandbox.credential;

import dev.keyturn.sandbox.credential.Credential.LongTerm;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.CredentialRefusedException.Reason;
import dev.keyturn.sandbox.credential.Identity.FederatedUser;
import dev.keyturn.sandbox.credential.Identity.RoleSession;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner of an access key id: a user, root, or a session issued here. Not safe for use by
 * several threads, as the state is not.
 */
public final class Callers {
  private static final int MOST_SESSIONS = 100_000;

  private final State state;
  private final Map<String, Caller> sessions =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Caller> eldest) {
          return size() > MOST_SESSIONS;
        }
      };

  public Callers(State state) {
    this.state = state;
    state.whenReplaced(sessions::clear);
  }

  /** Registers temporary credentials; at most 100,000 are kept. */
  public void issue(Identity identity, Temporary credential) {
    sessions.put(credential.accessKeyId(), new Caller(identity, credential));
  }

  /**
   * The caller with this key.
   *
   * @throws CredentialRefusedException when the key is unknown here and now, or its token wrong
   */
  public Caller find(String accessKeyId, @Nullable String sessionToken, Instant now) {
    Caller session = sessions.get(accessKeyId);
    return session == null
        ? longTerm(accessKeyId, sessionToken, now)
        : temporary(session, sessionToken, now);
  }

  /** The account a key of any kind belongs to, or null when it is unknown. */
  public @Nullable Account accountOf(String accessKeyId) {
    Caller session = sessions.get(accessKeyId);
    if (session != null) {
      return session.account();
    }
    Caller owner = owner(accessKeyId);
    return owner == null ? null : owner.account();
  }

  private static Caller temporary(Caller session, @Nullable String sessionToken, Instant now) {
    Temporary credential = (Temporary) session.credential();
    if (sessionToken == null) {
      // https://github.com/databendlabs/databend/issues/8069 has S3's answer.
      throw new CredentialRefusedException(Reason.UNKNOWN_KEY);
    }
    if (!same(sessionToken, credential.sessionToken())) {
      throw new CredentialRefusedException(Reason.WRONG_TOKEN);
    }
    if (!exists(session.identity())) {
      throw new CredentialRefusedException(Reason.UNKNOWN_KEY);
    }
    if (credential.expiredAt(now)) {
      throw new CredentialRefusedException(Reason.EXPIRED);
    }
    return session;
  }

  private Caller longTerm(String accessKeyId, @Nullable String sessionToken, Instant now) {
    Caller owner = owner(accessKeyId);
    if (owner == null) {
      throw new CredentialRefusedException(Reason.UNKNOWN_KEY);
    }
    AccessKey key = ((LongTerm) owner.credential()).key();
    if (!key.active() || now.isBefore(key.validFrom())) {
      throw new CredentialRefusedException(Reason.UNKNOWN_KEY);
    }
    if (sessionToken != null) {
      throw new CredentialRefusedException(Reason.WRONG_TOKEN);
    }
    return owner;
  }

  private @Nullable Caller owner(String accessKeyId) {
    for (Account account : state.accounts()) {
      AccessKey rootKey = keyOf(account.root(), accessKeyId);
      if (rootKey != null) {
        return new Caller(new RootIdentity(account), new LongTerm(rootKey));
      }
      for (User user : account.users()) {
        AccessKey key = keyOf(user, accessKeyId);
        if (key != null) {
          return new Caller(new UserIdentity(account, user), new LongTerm(key));
        }
      }
    }
    return null;
  }

  private static @Nullable AccessKey keyOf(User user, String accessKeyId) {
    for (AccessKey key : user.accessKeys()) {
      if (key.id().equals(accessKeyId)) {
        return key;
      }
    }
    return null;
  }

  /** Sessions of a user or role that was deleted or recreated are void. */
  private static boolean exists(Identity identity) {
    if (identity instanceof UserIdentity user) {
      return user.account().user(user.user().name()) == user.user();
    }
    if (identity instanceof RoleSession session) {
      return session.account().role(session.role().name()) == session.role();
    }
    return !(identity instanceof FederatedUser federated) || exists(federated.issuer());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
