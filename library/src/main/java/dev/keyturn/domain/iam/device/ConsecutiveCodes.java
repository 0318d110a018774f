package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.CodeSpending;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Two consecutive codes, from which IAM learns that an app has the right seed and how far its clock
 * is off. They are recorded as used, so that no login sends them again.
 */
public final class ConsecutiveCodes {

  private final MfaCodeSource source;
  private final CodeSpending spending;

  /**
   * Takes its collaborators.
   *
   * @param source reads the codes off the device
   */
  public ConsecutiveCodes(MfaCodeSource source, CodeSpending spending) {
    this.source = source;
    this.spending = spending;
  }

  /**
   * Makes a call with two codes, the first of which is announced already; asks for two others if
   * AWS does not accept them.
   *
   * @param purpose what for, as a person reads it
   * @param all how many codes are asked for in total
   * @throws FailureException as the call, and as the source when no code can be obtained
   */
  <T> T spend(MfaDevice device, String purpose, int all, BiFunction<MfaCode, MfaCode, T> call) {
    return spending.spend(
        source,
        device,
        attempt -> {
          if (attempt > 1) {
            awaitNext();
            announceFirst(all);
          }
          return two(device, purpose, all);
        },
        codes -> call.apply(codes.get(0), codes.get(1)));
  }

  private List<MfaCode> two(MfaDevice device, String purpose, int all) {
    MfaCode first = spending.unused(source, device, purpose);
    announce(2, all, "the one after it");
    awaitNext();
    return List.of(first, spending.after(first, source, device, purpose));
  }

  /** Announces that the first of {@code all} codes is asked for next. */
  void announceFirst(int all) {
    announce(1, all, "the code that the device shows now");
  }

  /** Announces which code is asked for next: number {@code number} of {@code all}. */
  void announce(int number, int all, String which) {
    if (source.canCorrect()) {
      source.explain("Code " + number + " of " + all + ": " + which);
    }
  }

  /** Waits for a code that was not used yet. */
  void awaitNext() {
    source.awaitNext(spending.untilNext());
  }
}
