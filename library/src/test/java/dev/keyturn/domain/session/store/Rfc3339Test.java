package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  private static final Instant HALF_PAST_NINE = Instant.parse("2026-11-21T09:30:00Z");

  /** From the year 0 to the year 9999. */
  @Property
  void is_written_as_java_time_writes_it(
      @ForAll @LongRange(min = -62167219200L, max = 253402300799L) long second) {
    Instant instant = Instant.ofEpochSecond(second, 999_999_999);
    assertThat(Rfc3339.text(instant)).isEqualTo(instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  @Property
  void what_is_written_is_read(
      @ForAll @LongRange(min = -62167219200L, max = 253402300799L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    assertThat(Rfc3339.parse(Rfc3339.text(instant))).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T09:30:00Z",
        "2026-11-21T09:30:00",
        "2026-11-21 09:30:00",
        "2026-11-21T09:30:00+00:00",
        "2026-11-21 09:30:00+00:00",
        "2026-11-21T10:30:00+01:00",
        "2026-11-21T04:00:00-05:30",
        "2026-11-21T09:30",
        "2026-11-21T09:30:00.000Z"
      })
  void every_form_of_one_moment_is_read(String text) {
    assertThat(Rfc3339.parse(text)).contains(HALF_PAST_NINE);
  }

  @Test
  void fractions_of_a_second_are_read() {
    assertThat(Rfc3339.parse("2026-11-21T09:30:00.25Z")).contains(HALF_PAST_NINE.plusMillis(250));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-11-21",
        "2026-11-31T09:30:00Z",
        "2026-02-29T09:30:00Z",
        "2100-02-29T09:30:00Z",
        "2026-00-21T09:30:00Z",
        "2026-11-00T09:30:00Z",
        "2026-13-21T09:30:00Z",
        "2026-11-21T24:30:00Z",
        "2026-11-21T09:30:60Z",
        "2026-11-21T09:30:00Z ",
        "2026-11-21_09:30:00",
        "٢٠٢٦-11-21T09:30:00Z"
      })
  void anything_else_is_refused(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }
}
