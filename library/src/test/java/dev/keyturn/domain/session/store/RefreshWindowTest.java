package dev.keyturn.domain.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshWindowTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static RefreshWindow of(String value) {
    return RefreshWindow.of(Map.of("KEYTURN_RENEW_WITHIN", value));
  }

  @Test
  void nobody_wants_anything_else() {
    assertThat(RefreshWindow.of(Map.of())).isEqualTo(RefreshWindow.DEFAULT);
    assertThat(of(" ")).isEqualTo(RefreshWindow.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45m | PT45M | PT5M | PT1M",
        "45m,10m | PT45M | PT10M | PT1M",
        "1h30m, 10m, 90 | PT90M | PT10M | PT90S",
      })
  void one_to_three_durations_say_it(
      String value, Duration silent, Duration ahead, Duration least) {
    assertThat(of(value)).isEqualTo(new RefreshWindow(silent, ahead, least));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "20m,", "20m,5m,1m,1s", "0", "-5m", "20m 5m"})
  void anything_else_is_refused_with_the_name_of_the_variable(String value) {
    assertThatThrownBy(() -> of(value))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Usage.class))
        .hasMessageContaining("KEYTURN_RENEW_WITHIN is '" + value + "'");
  }

  private static Duration window(Duration granted, Duration left, double random) {
    SessionCredentials credentials =
        new SessionCredentials("ASIA", Secret.of("s"), Secret.of("t"), NOW.plus(left));
    return window(new Session(credentials, null, null, null, granted), 20, random);
  }

  private static Duration window(Session session, long minutes, double random) {
    return new RefreshWindow(
            Duration.ofMinutes(minutes),
            RefreshWindow.DEFAULT.ahead(),
            RefreshWindow.DEFAULT.least())
        .dueWithin(session, NOW, random);
  }

  @Test
  void a_long_session_is_due_twenty_minutes_before_its_end() {
    assertThat(window(Duration.ofHours(12), Duration.ofHours(3), 0)).hasMinutes(20);
  }

  @Test
  void another_time_can_be_wanted() {
    SessionCredentials credentials =
        new SessionCredentials("ASIA", Secret.of("s"), Secret.of("t"), NOW.plusSeconds(7200));
    Session session = new Session(credentials, null, null, null, Duration.ofHours(2));
    assertThat(window(session, 45, 0)).hasMinutes(45);
    assertThat(window(session, 90, 0)).hasMinutes(60);
  }

  @Test
  void a_short_session_is_due_at_half_its_life() {
    assertThat(window(Duration.ofSeconds(900), Duration.ofSeconds(800), 0)).hasSeconds(450);
  }

  @Test
  void chance_makes_it_due_up_to_a_tenth_earlier() {
    assertThat(window(Duration.ofHours(1), Duration.ofHours(1), 0.5)).hasMinutes(21);
    assertThat(window(Duration.ofHours(1), Duration.ofHours(1), 1)).hasMinutes(22);
  }

  @Test
  void of_a_session_whose_beginning_is_unknown_the_rest_counts() {
    assertThat(window(Duration.ZERO, Duration.ofMinutes(10), 0)).hasMinutes(5);
  }
}
