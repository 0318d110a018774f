package dev.keyturn.sandbox.mfa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the codes of one device: the step now, the one before and the one after, each once. Not
 * safe for use by several threads.
 */
public final class CodeCheck {
  /** How far, in steps, a resynchronisation looks for the device's clock: a day either way. */
  private static final int RESYNC_STEPS = 2880;

  private static final int REMEMBERED_STEPS = 16;

  private final String seed;
  private final byte[] key;
  private final TreeSet<Long> usedSteps = new TreeSet<>();
  private long offsetSeconds;

  /**
   * A device of which no code was used yet.
   *
   * @param seed base32 text
   * @param offsetSeconds how far the device's clock is believed to be ahead of ours
   * @throws IllegalArgumentException when the seed is not base32, or empty
   */
  public CodeCheck(String seed, long offsetSeconds) {
    this.seed = seed;
    this.key = Base32.decode(seed);
    this.offsetSeconds = offsetSeconds;
    if (key.length == 0) {
      throw new IllegalArgumentException("an empty seed");
    }
  }

  /** The base32 text the device was made with. */
  public String seed() {
    return seed;
  }

  public long offsetSeconds() {
    return offsetSeconds;
  }

  /** The steps whose codes were used, the latest of them, in order. */
  public List<Long> usedSteps() {
    return List.copyOf(usedSteps);
  }

  /** Marks the code of a step as used. */
  public void use(long step) {
    usedSteps.add(step);
    while (usedSteps.size() > REMEMBERED_STEPS) {
      usedSteps.pollFirst();
    }
  }

  /**
   * The code that a device with the right time shows, or where that was used, the next one or the
   * one before, which are accepted as well; null when all three were used.
   */
  public @Nullable String unusedCode(Instant now) {
    long current = Totp.stepAt(now);
    for (long step : new long[] {current, current + 1, current - 1}) {
      if (!usedSteps.contains(step)) {
        return Totp.code(key, step);
      }
    }
    return null;
  }

  /** Accepts the code if it is one of the three that are valid now and was not used before. */
  public boolean accept(String code, Instant now) {
    long current = Totp.stepAt(now.plusSeconds(offsetSeconds));
    for (long step = current - 1; step <= current + 1; step++) {
      if (matches(step, code) && !usedSteps.contains(step)) {
        use(step);
        return true;
      }
    }
    return false;
  }

  /**
   * Accepts two codes of consecutive steps, in order, one of which is valid now, as EnableMFADevice
   * does.
   *
   * @param count whether both count as used from now on
   */
  public boolean acceptPair(String first, String second, Instant now, boolean count) {
    long current = Totp.stepAt(now.plusSeconds(offsetSeconds));
    for (long step = current - 2; step <= current + 1; step++) {
      if (matchesPair(step, first, second)) {
        usePair(step, count);
        return true;
      }
    }
    return false;
  }

  /** Finds two consecutive codes within a day, and uses the device's clock from then on. */
  public boolean resynchronise(String first, String second, Instant now, boolean count) {
    long current = Totp.stepAt(now);
    for (int distance = 0; distance <= RESYNC_STEPS; distance++) {
      for (long step : new long[] {current - distance, current + distance}) {
        if (matchesPair(step, first, second)) {
          offsetSeconds = (step + 1 - current) * Totp.STEP_SECONDS;
          usePair(step, count);
          return true;
        }
      }
    }
    return false;
  }

  private boolean matchesPair(long step, String first, String second) {
    return matches(step, first)
        && matches(step + 1, second)
        && !usedSteps.contains(step)
        && !usedSteps.contains(step + 1);
  }

  private void usePair(long step, boolean count) {
    if (count) {
      use(step);
      use(step + 1);
    }
  }

  private boolean matches(long step, String code) {
    return MessageDigest.isEqual(
        Totp.code(key, step).getBytes(StandardCharsets.US_ASCII),
        code.getBytes(StandardCharsets.UTF_8));
  }
}
