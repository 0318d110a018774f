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
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Spends MFA codes: each at most once per device, whoever asks, and a wrong one is asked again
 * where somebody can be asked.
 */
public final class CodeSpending {

  private static final int TRIES = 3;

  private final CodeSources sources;
  private final CodeLedger ledger;
  private final InstantSource clock;

  /** Built on its ports. */
  public CodeSpending(CodeSources sources, CodeLedger ledger, InstantSource clock) {
    this.sources = sources;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes one call that carries a code.
   *
   * @param plan for which session
   * @param device whose code
   * @param call the call; it sends the code at most once
   */
  public <T> T spend(SessionPlan plan, MfaDevice device, Function<TokenService.Mfa, T> call) {
    MfaCodeSource source = sources.of(plan);
    for (int attempt = 1; ; attempt++) {
      MfaCode code = unspent(source, device, plan.profile());
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

  /** Whether a code can be had for {@code plan} here and now. */
  public boolean canAsk(SessionPlan plan) {
    return sources.of(plan).isPresent();
  }

  /** Whether somebody is asked for the code of {@code plan}, who did not give it beforehand. */
  public boolean asks(SessionPlan plan) {
    return sources.of(plan).hasNext();
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
