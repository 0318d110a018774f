package dev.keyturn.domain.session.store;

import dev.keyturn.domain.failure.Failure;
import java.util.Optional;

/**
 * The port to the attempts that failed after a user was asked for a code, shared by all processes:
 * a process that waited for such an attempt fails with it instead of asking again. Attempts are
 * counted, because clocks may jump. Thread-safe.
 */
public interface FailedAttempts {

  /** How many attempts failed under the lock {@code name} so far. */
  long count(String name);

  /** Why the last attempt failed, if one has failed since the count was {@code count}. */
  Optional<Failure> since(String name, long count);

  /** Records that an attempt failed; called by the holder of the lock {@code name}. */
  void note(String name, Failure failure);
}
