package dev.keyturn.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The system's time in the system's zone. The zone is looked up when somebody asks for it: that
 * loads the time zone data and looks into every jar, which costs half of what a cached answer may
 * cost.
 */
final class LocalClock extends Clock {

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }
}
