package dev.keyturn.domain.session;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.CodeLedger;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Spends MFA codes: each at most once per device, whoever asks, and a wrong one is asked again
 * where somebody can be asked.
 */
public final class Codes {

  private static final int TRIES = 3;

  private final MfaCodeSource source;
  private final CodeLedger ledger;
  private final InstantSource clock;

  /** Built on its ports. */
  public Codes(MfaCodeSource source, CodeLedger ledger, InstantSource clock) {
    this.source = source;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes one call that carries a code.
   *
   * @param device whose code
   * @param purpose for whom, as the person who is asked reads it
   * @param call the call; it sends the code at most once
   */
  public <T> T spend(MfaDevice device, String purpose, Function<TokenService.Mfa, T> call) {
    for (int attempt = 1; ; attempt++) {
      MfaCode code = unspent(device, purpose);
      try {
        return call.apply(new TokenService.Mfa(device, code));
      } catch (FailureException e) {
        if (certainlyNotAccepted(e.failure())) {
          ledger.release(device, code);
        }
        boolean wrong = e.failure() instanceof Failure.WrongCode;
        if (!wrong || !source.canAskAgain() || attempt == TRIES) {
          throw e;
        }
        source.explain(e.failure().message());
      }
    }
  }

  private MfaCode unspent(MfaDevice device, String purpose) {
    while (true) {
      MfaCode code = source.code(device, purpose);
      if (ledger.spend(device, code)) {
        return code;
      }
      Duration wait = Totp.untilNext(clock.instant());
      Failure used = new Failure.UsedCode(device.serialNumber(), wait.toSeconds());
      if (!source.canAskAgain()) {
        throw used.exception();
      }
      source.explain(used.message());
      source.awaitNext(wait);
    }
  }

  /**
   * Whether AWS refused before it looked at the code, or because of it. Anything else, a lost
   * answer above all, may have used the code up.
   */
  private static boolean certainlyNotAccepted(Failure failure) {
    return failure instanceof Failure.WrongCode
        || failure instanceof Failure.UnknownDevice
        || failure instanceof Failure.RefusedKey
        || failure instanceof Failure.ClockOff
        || (failure instanceof Failure.Unreachable unreachable && !unreachable.sent());
  }
}
