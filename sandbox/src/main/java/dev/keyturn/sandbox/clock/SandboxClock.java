package dev.keyturn.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A clock that can be moved or held. Safe for use by several threads. */
public final class SandboxClock extends Clock {

  private interface Reading {
    Instant at(Instant real);
  }

  /** How far off the clock is for the request that a thread answers. */
  private static final ThreadLocal<Duration> SHIFT = new ThreadLocal<>();

  private final Clock real;
  private volatile Reading reading = now -> now;

  public SandboxClock(Clock real) {
    this.real = real;
  }

  /** Runs on from {@code time}. */
  public void startAt(Instant time) {
    runAhead(Duration.between(real.instant(), time));
  }

  /** Stands still at {@code time}. */
  public void freezeAt(Instant time) {
    reading = now -> time;
  }

  /** Runs, ahead of the real clock; behind it when negative. */
  public void runAhead(Duration offset) {
    reading = now -> now.plus(offset);
  }

  /** Does something by a clock that is off by so much, for this thread alone. */
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
