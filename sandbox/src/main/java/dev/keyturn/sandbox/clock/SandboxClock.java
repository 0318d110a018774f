package dev.keyturn.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A clock that can be moved or stopped. Safe for use by several threads. */
public final class SandboxClock extends Clock {

  /**
   * How the real time becomes the sandbox's.
   *
   * @param held the time at which the clock is stopped; null if it runs
   * @param ahead how far it runs ahead of the real time, or of where it is held
   * @param advanced how much of that came from {@link #advance}
   */
  public record Reading(@Nullable Instant held, Duration ahead, Duration advanced) {
    private Instant at(Instant real) {
      return (held == null ? real : held).plus(ahead);
    }

    private Reading later(Duration time) {
      return new Reading(held, ahead.plus(time), advanced.plus(time));
    }
  }

  /** How far off the clock is for the request that a thread answers. */
  private static final ThreadLocal<Duration> SHIFT = new ThreadLocal<>();

  private final Clock real;
  private volatile Reading reading = new Reading(null, Duration.ZERO, Duration.ZERO);

  public SandboxClock(Clock real) {
    this.real = real;
  }

  /** Runs on from {@code time}. */
  public synchronized void startAt(Instant time) {
    runAhead(Duration.between(real.instant(), time));
  }

  /** Stops at {@code time}. */
  public synchronized void freezeAt(Instant time) {
    reading = new Reading(time, Duration.ZERO, Duration.ZERO);
  }

  /** Runs, ahead of the real clock; behind it when negative. */
  public synchronized void runAhead(Duration offset) {
    reading = new Reading(null, offset, Duration.ZERO);
  }

  /** Lets time pass, running or held. */
  public synchronized void advance(Duration time) {
    reading = reading.later(time);
  }

  /**
   * How much time {@link #advance} let pass since the clock was last set. The clocks of clients did
   * not move with it.
   */
  public Duration advanced() {
    return reading.advanced();
  }

  /** Its present setting, for {@link #goAs} later. */
  public Reading reading() {
    return reading;
  }

  public synchronized void goAs(Reading earlier) {
    reading = earlier;
  }

  /** Runs an action with a clock that is off by this much, for this thread only. */
  public <T> T shifted(Duration offset, Supplier<T> work) {
    SHIFT.set(offset);
    try {
      return work.get();
    } finally {
      SHIFT.remove();
    }
  }

  @Override
  public Instant instant() {
    Instant now = reading.at(real.instant());
    Duration offset = SHIFT.get();
    return offset == null ? now : now.plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Times here are always in UTC: any other zone is a mistake of the caller. */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the sandbox's clock is in UTC");
  }
}
