package dev.keyturn.cli.command.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalWindowTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Duration window(Duration granted, Duration left, double random) {
    SessionCredentials credentials =
        new SessionCredentials("ASIA", Secret.of("s"), Secret.of("t"), NOW.plus(left));
    return window(new Session(credentials, null, null, null, granted), 20, random);
  }

  private static Duration window(Session session, long minutes, double random) {
    return RenewalWindow.of(session, Duration.ofMinutes(minutes), NOW, random);
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
