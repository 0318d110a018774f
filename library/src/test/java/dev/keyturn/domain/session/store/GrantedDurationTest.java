package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantedDurationTest {

  private static final Instant ASKED = Instant.parse("2026-11-21T12:00:00Z");

  /** A slow call and a clock that is a little off are not worth telling. */
  @ParameterizedTest
  @CsvSource({
    "3600, 3600, 3600",
    "3600, 3661, 3661",
    "3600, 3660, 3600",
    "3600, 3540, 3600",
    "3600, 3539, 3539",
    "43200, 3600, 3600",
  })
  void what_was_asked_for_unless_the_end_is_clearly_another(long wanted, long end, long granted) {
    assertThat(GrantedDuration.of(Duration.ofSeconds(wanted), ASKED, ASKED.plusSeconds(end)))
        .isEqualTo(Duration.ofSeconds(granted));
  }
}
