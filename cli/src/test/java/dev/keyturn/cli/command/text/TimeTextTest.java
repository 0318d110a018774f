package dev.keyturn.cli.command.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people read them. */
class TimeTextTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static String local(String instant, String zone, boolean twelve) {
    TimeZone place = TimeZone.getTimeZone(zone);
    return TimeText.local(Instant.parse(instant), new LocalClock(NOON, () -> place, () -> twelve));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T21:04:00Z, UTC, false, 21:04",
    "2026-11-21T06:04:00Z, UTC, false, 06:04",
    "2026-11-21T00:04:00Z, UTC, true, 12:04 AM",
    "2026-11-21T12:00:00Z, UTC, true, 12:00 PM",
    "2026-11-21T21:04:00Z, UTC, true, 9:04 PM",
    "2026-11-22T06:56:00Z, UTC, false, tomorrow 06:56",
    "2026-11-22T06:56:00Z, UTC, true, tomorrow 6:56 AM",
    "2026-11-23T06:56:00Z, UTC, false, 2026-11-23 06:56",
    "2026-11-20T06:56:00Z, UTC, false, 2026-11-20 06:56",
    "2026-11-21T21:04:00Z, Asia/Tokyo, false, tomorrow 06:04",
    "2026-11-22T06:56:00Z, America/New_York, true, tomorrow 1:56 AM"
  })
  void a_time_has_its_day_unless_that_is_today(
      String instant, String zone, boolean twelve, String text) {
    assertThat(local(instant, zone, twelve)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T22:30:00Z, UTC, PT1H30M",
    // There, an hour that ends at midnight is left out in spring, and comes twice in autumn.
    "2026-03-29T00:50:00Z, America/Nuuk, PT10M",
    "2026-10-25T00:10:00Z, America/Nuuk, PT1H50M"
  })
  void the_day_is_the_same_until_midnight_of_the_zone(String now, String zone, Duration same) {
    TimeZone place = TimeZone.getTimeZone(zone);
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    assertThat(TimeText.dayIsSameFor(new LocalClock(clock, () -> place, () -> false)))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "en_US.UTF-8, true",
    "en-US, true",
    "en_IN, true",
    "zh-Hant-TW, true",
    "en_GB.UTF-8, false",
    "de_DE@euro, false",
    "fr_CA.UTF-8, false",
    "en_CA.UTF-8, true",
    "C.UTF-8, false",
    "POSIX, false"
  })
  void hours_are_counted_as_in_the_region_of_the_locale(String locale, boolean twelve) {
    assertThat(TwelveHours.of(locale)).isEqualTo(twelve);
  }

  @Test
  void the_time_locale_takes_precedence_over_the_language() {
    assertThat(TwelveHours.in(Map.of("LANG", "en_US.UTF-8"))).isTrue();
    assertThat(TwelveHours.in(Map.of("LANG", "en_US.UTF-8", "LC_TIME", "en_DK.UTF-8"))).isFalse();
    assertThat(TwelveHours.in(Map.of("LC_TIME", "en_DK.UTF-8", "LC_ALL", "en_US"))).isTrue();
    assertThat(TwelveHours.in(Map.of("LC_ALL", "", "LANG", "en_US"))).isTrue();
    assertThat(TwelveHours.in(Map.of())).isFalse();
  }
}
