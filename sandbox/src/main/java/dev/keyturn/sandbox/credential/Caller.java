package dev.keyturn.sandbox.credential;

import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The signer of a request and the credential. */
public record Caller(Identity identity, Credential credential) {

  public Account account() {
    return identity.account();
  }

  /** When an MFA code was checked for this credential; null without one and for long-term keys. */
  public @Nullable Instant mfaTime() {
    return credential instanceof Temporary temporary ? temporary.mfaTime() : null;
  }

  /** The calling user, or null for root, a role session and a federated user. */
  public @Nullable User user() {
    return identity instanceof UserIdentity user ? user.user() : null;
  }
}
