package dev.keyturn.domain.mfa;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Spends MFA codes: each at most once per device, for all callers together. A person is asked again
 * after a wrong code.
 */
public final class CodeSpending {

  private static final int TRIES = 3;

  private final CodeLedger ledger;
  private final InstantSource clock;

  /**
   * Takes its collaborators.
   *
   * @param ledger the codes that are used up
   */
  public CodeSpending(CodeLedger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes one call with a code.
   *
   * @param source where codes come from
   * @param device its device
   * @param purpose what it is for, in display form
   * @param call the call; it sends the code at most once
   * @throws FailureException as the call, and as the source when no code can be obtained
   */
  public <T> T spend(
      MfaCodeSource source, MfaDevice device, String purpose, Function<MfaCode, T> call) {
    return spend(
        source,
        device,
        attempt -> List.of(unused(source, device, purpose)),
        codes -> call.apply(codes.get(0)));
  }

  /**
   * Makes one call with several codes.
   *
   * @param codes obtains the codes, already spent; its argument is the number of the attempt, from
   *     1
   */
  public <T> T spend(
      MfaCodeSource source,
      MfaDevice device,
      IntFunction<List<MfaCode>> codes,
      Function<List<MfaCode>, T> call) {
    for (int attempt = 1; ; attempt++) {
      List<MfaCode> spent = codes.apply(attempt);
      try {
        return call.apply(spent);
      } catch (FailureException e) {
        if (Nature.leavesCodeUnused(e.failure())) {
          spent.forEach(code -> ledger.release(device, code));
        }
        boolean mendable = Nature.isMendedByAnotherCode(e.failure()) && source.canCorrect();
        if (!mendable || attempt == TRIES) {
          throw e;
        }
        source.explain(e.failure().message());
      }
    }
  }

  /** Gets an unused code, and spends it. */
  public MfaCode unused(MfaCodeSource source, MfaDevice device, String purpose) {
    for (int attempt = 1; ; attempt++) {
      MfaCode code = source.code(device, purpose);
      if (ledger.spend(device, code)) {
        return code;
      }
      AwsFailure used = used(device);
      if (!source.hasNext() || attempt == TRIES) {
        throw used.exception();
      }
      source.explain(used.message());
      source.awaitNext(untilNext());
    }
  }

  /**
   * Gets the code after {@code first}, and spends it. A device with a slow clock may still show the
   * first code when the next one is due by this computer's clock.
   */
  public MfaCode after(MfaCode first, MfaCodeSource source, MfaDevice device, String purpose) {
    for (int attempt = 1; ; attempt++) {
      MfaCode second = source.code(device, purpose);
      if (!second.equals(first)) {
        ledger.spend(device, second);
        return second;
      }
      if (!source.canCorrect() || attempt == TRIES) {
        throw used(device).exception();
      }
      source.explain("this is the first code again; wait until the device shows the next one");
      source.awaitNext(untilNext());
    }
  }

  /** How long the present code lasts, by this computer's clock. */
  public Duration untilNext() {
    return Totp.untilNext(clock.instant());
  }

  private AwsFailure used(MfaDevice device) {
    return new AwsFailure.UsedCode(device.serialNumber(), untilNext().toSeconds());
  }
}
