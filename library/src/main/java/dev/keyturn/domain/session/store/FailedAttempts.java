package dev.keyturn.domain.session.store;

import dev.keyturn.domain.failure.Failure;
import java.util.Optional;

/**
 * The port to the memory of attempts that failed after somebody was asked for a code, shared by all
 * processes: anyone who waited for that attempt fails with it instead of asking once more. Attempts
 * are counted, since clocks jump. Thread-safe.
 */
public interface FailedAttempts {

  /** How many attempts failed under the lock {@code name} so far. */
  long count(String name);

  /** Why the last attempt failed, if one did since there were {@code count}. */
  Optional<Failure> since(String name, long count);

  /** Notes that an attempt failed; by the holder of the lock {@code name}. */
  void note(String name, Failure failure);
}
