package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.mfa.CodeLedger;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Two codes in a row, by which IAM learns that an app has the right seed and how far its clock is
 * off. They are noted as used, so that no login sends them again.
 */
public final class ConsecutiveCodes {

  private static final int TRIES = 3;

  private final MfaCodeSource source;
  private final CodeLedger ledger;
  private final InstantSource clock;

  /**
   * Takes its collaborators.
   *
   * @param source reads the codes off the device
   * @param ledger the codes that are used up
   */
  public ConsecutiveCodes(MfaCodeSource source, CodeLedger ledger, InstantSource clock) {
    this.source = source;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Makes a call with two codes, of which the first is announced already; asks for two others if
   * AWS does not accept them.
   *
   * @param purpose what for, as a person reads it
   * @param all how many codes the person gives in all
   * @throws FailureException as the call, and as the source where no code is to be had
   */
  void spend(MfaDevice device, String purpose, int all, BiConsumer<MfaCode, MfaCode> call) {
    for (int attempt = 1; ; attempt++) {
      MfaCode first = unused(device, purpose);
      announce(2, all, "the one after it");
      source.awaitNext(untilNext());
      MfaCode second = after(first, device, purpose);
      try {
        call.accept(first, second);
        return;
      } catch (FailureException e) {
        if (Nature.leavesCodeUnused(e.failure())) {
          ledger.release(device, first);
          ledger.release(device, second);
        }
        boolean mendable = Nature.isMendedByAnotherCode(e.failure()) && source.canCorrect();
        if (!mendable || attempt == TRIES) {
          throw e;
        }
        source.explain(e.failure().message());
        source.awaitNext(untilNext());
        announceFirst(all);
      }
    }
  }

  /** Says that the first of {@code all} codes is asked for next. */
  void announceFirst(int all) {
    announce(1, all, "the code that the device shows now");
  }

  /** Says which code is asked for next: number {@code number} of {@code all}. */
  void announce(int number, int all, String which) {
    if (source.canCorrect()) {
      source.explain("Code " + number + " of " + all + ": " + which);
    }
  }

  /** Waits for a code that was not given yet. */
  void awaitNext() {
    source.awaitNext(untilNext());
  }

  private MfaCode unused(MfaDevice device, String purpose) {
    for (int attempt = 1; ; attempt++) {
      MfaCode code = source.code(device, purpose);
      if (ledger.spend(device, code)) {
        return code;
      }
      AwsFailure used = new AwsFailure.UsedCode(device.serialNumber(), untilNext().toSeconds());
      if (!source.hasNext() || attempt == TRIES) {
        throw used.exception();
      }
      source.explain(used.message());
      source.awaitNext(untilNext());
    }
  }

  /**
   * A device whose clock is slow still shows the first code when this computer's clock says not.
   */
  private MfaCode after(MfaCode first, MfaDevice device, String purpose) {
    for (int attempt = 1; ; attempt++) {
      MfaCode second = source.code(device, purpose);
      if (!second.equals(first)) {
        ledger.spend(device, second);
        return second;
      }
      if (!source.canCorrect() || attempt == TRIES) {
        throw new AwsFailure.UsedCode(device.serialNumber(), untilNext().toSeconds()).exception();
      }
      source.explain("this is the first code again; wait until the device shows the next one");
      source.awaitNext(untilNext());
    }
  }

  private Duration untilNext() {
    return Totp.untilNext(clock.instant());
  }
}
