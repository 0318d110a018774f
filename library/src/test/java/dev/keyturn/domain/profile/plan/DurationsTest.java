package dev.keyturn.domain.profile.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Failures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "12h, 43200",
    "45m, 2700",
    "43200, 43200",
    "90s, 90",
    "PT12H, 43200",
    "pt1h30m, 5400",
    "1h30m, 5400",
    "1H30M5S, 5405",
    "36h, 129600",
    "1, 1"
  })
  void is_written_in_units_seconds_or_iso_8601(String text, long seconds) {
    assertThat(Durations.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "h",
        "12x",
        "1h 30m",
        "30m1h",
        "1h1h",
        "1h30",
        "-",
        "--1h",
        "+1h",
        "1.5h",
        "P",
        "PT",
        "12 h",
        "99999999999999999999",
        "1h9999999999m",
        "１２h"
      })
  void anything_else_is_refused(String text) {
    Failures.usage(() -> Durations.parse(text), "is not a duration");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "PT0S", "-0", "-1", "-1h", "-PT1H", "PT-1H"})
  void no_time_and_less_are_refused_with_the_range_of_a_session(String text) {
    Failures.usage(() -> Durations.parse(text), "between 900 s (15m) and 129600 s (36h)");
  }

  @ParameterizedTest
  @CsvSource({
    "43200, 12h",
    "5400, 1h30m",
    "2700, 45m",
    "90, 1m30s",
    "59, 59s",
    "0, 0s",
    "129600, 36h",
    "3605, 1h5s"
  })
  void has_a_short_form(long seconds, String text) {
    assertThat(Durations.text(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"899, false", "900, true", "129600, true", "129601, false"})
  void a_user_session_lasts_15_minutes_to_36_hours(long seconds, boolean possible) {
    assertThat(Durations.Range.SESSION.contains(Duration.ofSeconds(seconds))).isEqualTo(possible);
  }

  @ParameterizedTest
  @CsvSource({"899, false", "900, true", "43200, true", "43201, false"})
  void a_role_session_lasts_15_minutes_to_12_hours(long seconds, boolean possible) {
    assertThat(Durations.Range.ROLE.contains(Duration.ofSeconds(seconds))).isEqualTo(possible);
  }

  @Test
  void a_range_names_both_ends_in_both_forms() {
    assertThat(Durations.Range.SESSION.describe())
        .isEqualTo("between 900 s (15m) and 129600 s (36h)");
  }
}
