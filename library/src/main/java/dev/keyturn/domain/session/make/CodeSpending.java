package dev.keyturn.domain.session.make;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.mfa.CodeLedger;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Spends MFA codes: each at most once per device, no matter who asks, and a wrong one is asked
 * again where somebody can be asked.
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
   * Makes one call that carries a code.
   *
   * @param source where codes come from
   * @param device whose code
   * @param purpose what for, as a person reads it
   * @param call the call; it sends the code at most once
   */
  public <T> T spend(
      MfaCodeSource source, MfaDevice device, String purpose, Function<TokenService.Mfa, T> call) {
    for (int attempt = 1; ; attempt++) {
      MfaCode code = unspent(source, device, purpose);
      try {
        return call.apply(new TokenService.Mfa(device, code));
      } catch (FailureException e) {
        if (Nature.leavesCodeUnused(e.failure())) {
          ledger.release(device, code);
        }
        boolean mendable = Nature.isMendedByAnotherCode(e.failure()) && source.canCorrect();
        if (!mendable || attempt == TRIES) {
          throw e;
        }
        source.explain(e.failure().message());
      }
    }
  }

  private MfaCode unspent(MfaCodeSource source, MfaDevice device, String purpose) {
    for (int attempt = 1; ; attempt++) {
      MfaCode code = source.code(device, purpose);
      if (ledger.spend(device, code)) {
        return code;
      }
      Duration wait = Totp.untilNext(clock.instant());
      Failure used = new AwsFailure.UsedCode(device.serialNumber(), wait.toSeconds());
      if (!source.hasNext() || attempt == TRIES) {
        throw used.exception();
      }
      source.explain(used.message());
      source.awaitNext(wait);
    }
  }
}
