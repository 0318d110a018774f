package dev.keyturn.domain.iam.revocation;

import java.time.Instant;
import java.util.Optional;

/** The port to when sessions were revoked from here. Thread-safe. */
public interface RevocationJournal {

  /** When sessions of a user or role were last revoked. */
  Optional<Instant> last(Scope scope);

  /** Notes that sessions of before {@code before} were revoked. */
  void note(Scope scope, Instant before);

  /** Forgets it: the policy is gone. */
  void forget(Scope scope);
}
