package dev.keyturn.domain.iam.revocation;

import java.time.Instant;
import java.util.Optional;

/** The port to the times of revocations made from this computer. Thread-safe. */
public interface RevocationJournal {

  /** When sessions of a user or role were last revoked. */
  Optional<Instant> last(Scope scope);

  /** Records that sessions granted before {@code before} were revoked. */
  void note(Scope scope, Instant before);

  /** Forgets it, because the policy was removed. */
  void forget(Scope scope);
}
