package dev.keyturn.cli.command.text;

import dev.keyturn.domain.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A clock that also knows the local time. It uses {@link TimeZone}, only when needed: java.time's
 * rules search every jar before they are loaded, which takes as long as the rest of a status.
 */
public final class LocalClock extends Clock {

  private final Clock clock;
  private final Supplier<TimeZone> zone;
  private final BooleanSupplier twelveHours;
  private final Consumer<Duration> sleep;

  /**
   * The time of {@code clock}, shown as in {@code zone}.
   *
   * @param twelveHours whether the hours of a day are counted to twelve
   */
  public LocalClock(Clock clock, Supplier<TimeZone> zone, BooleanSupplier twelveHours) {
    this(clock, zone, twelveHours, new Sleep());
  }

  private LocalClock(
      Clock clock, Supplier<TimeZone> zone, BooleanSupplier twelveHours, Consumer<Duration> sleep) {
    this.clock = clock;
    this.zone = zone;
    this.twelveHours = twelveHours;
    this.sleep = sleep;
  }

  /** The time and the zone of {@code clock}; hours are counted to 24. */
  public static LocalClock of(Clock clock) {
    return of(clock, new Sleep());
  }

  /** The same, moved by {@code sleep} instead of waiting. */
  public static LocalClock of(Clock clock, Consumer<Duration> sleep) {
    return new LocalClock(clock, () -> TimeZone.getTimeZone(clock.getZone()), () -> false, sleep);
  }

  /** Whether the hours of a day are counted to twelve. */
  boolean hasTwelveHours() {
    return twelveHours.getAsBoolean();
  }

  /**
   * Begins to load the zone: Java then reads all zones of the world, a fifth of an empty program's
   * time, which passes beside other work.
   */
  public void prepare() {
    Thread thread = new Thread(() -> local(Instant.EPOCH), "time zone");
    thread.setDaemon(true);
    thread.start();
  }

  /** The local time at {@code instant}. */
  public LocalDateTime local(Instant instant) {
    int milliseconds = zone.get().getOffset(instant.toEpochMilli());
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(milliseconds / 1000);
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
  }

  /** Waits. */
  public void pause(Duration duration) {
    sleep.accept(duration);
  }

  private static final class Sleep implements Consumer<Duration> {
    @Override
    public void accept(Duration duration) {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure.Interrupted().exception(e);
      }
    }
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return zone.get().toZoneId();
  }

  @Override
  public Clock withZone(ZoneId other) {
    return clock.withZone(other);
  }
}
