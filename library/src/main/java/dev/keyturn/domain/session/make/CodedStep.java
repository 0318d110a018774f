package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.store.StoredSteps;
import java.util.function.Function;

/**
 * The step of a plan that carries the MFA code. One process asks for the code; if it fails, the
 * processes that waited for it fail in the same way instead of asking again.
 */
final class CodedStep {

  private final CodeSpending spending;
  private final MfaCodeSource source;
  private final SharedState shared;
  private final StoredSteps stored;

  /** How many attempts had failed before this one; negative until it begins. */
  private long failedBefore = -1;

  CodedStep(CodeSpending spending, MfaCodeSource source, SharedState shared, StoredSteps stored) {
    this.spending = spending;
    this.source = source;
    this.shared = shared;
    this.stored = stored;
  }

  /** Whether a code is available in this process right now. */
  boolean canAsk() {
    return source.isPresent();
  }

  /** Begins an attempt, before waiting for the {@code lock}. */
  void begin(String lock) {
    if (failedBefore < 0) {
      failedBefore = shared.attempts().count(lock);
    }
  }

  /**
   * Fails if the attempt that this one waited for failed. A code that was given beforehand is this
   * process's own and is tried anyway.
   *
   * @param lock the lock that is now held
   */
  void failWithOthers(String lock) {
    if (source.hasNext()) {
      shared
          .attempts()
          .since(lock, failedBefore)
          .ifPresent(failure -> {
            throw failure.exception();
          });
    }
  }

  /** Makes the call with a code of {@code device}. */
  Session call(MfaDevice device, String lock, Function<TokenService.Mfa, Session> call) {
    try {
      Session session =
          spending.spend(
              source,
              device,
              stored.plan().profile(),
              code -> call.apply(new TokenService.Mfa(device, code)));
      shared.keys().rememberDevice(stored.accessKeyId(), device);
      return session;
    } catch (FailureException e) {
      learn(e.failure(), device, lock);
      throw e;
    }
  }

  private void learn(Failure failure, MfaDevice device, String lock) {
    if (source.hasNext() && Nature.concernsAllWithTheSameKey(failure)) {
      shared.attempts().note(lock, failure);
    }
    if (failure instanceof AwsFailure.UnknownDevice unknown
        && unknown.device().equals(device.serialNumber())) {
      shared.keys().forgetDevice(stored.accessKeyId());
    }
  }
}
