package dev.keyturn.cli.command.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.RecordingOutput;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads of {@code keyturn serve}. */
class ServeOutputTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final RecordingOutput terminal = new RecordingOutput(true);
  private final List<String> said = terminal.errors();

  private static ServeOutput to(RecordingOutput output) {
    LocalClock clock = LocalClock.of(Clock.fixed(NOON, ZoneOffset.UTC));
    return new ServeOutput(Map.of(), clock, output);
  }

  private static Session session() {
    Duration hour = Duration.ofHours(1);
    return new Session(
        new SessionCredentials("ASIA1", Secret.of("s"), Secret.of("t"), NOON.plus(hour)),
        null,
        null,
        null,
        hour);
  }

  @Test
  void on_a_terminal_it_says_until_when_and_how_to_stop_it() {
    to(terminal).runs("my profile", session());
    assertThat(said)
        .containsExactly(
            "keyturn: serving profile 'my profile'; to stop it, press Ctrl-C",
            "keyturn: the session lasts until 13:00 (1h 0m)",
            "keyturn: when a code is needed, log in again: keyturn login 'my profile'");
  }

  @Test
  void without_a_session_it_says_how_to_stop_it() {
    to(terminal).runs("my profile", null);
    assertThat(said)
        .containsExactly("keyturn: serving profile 'my profile'; to stop it, press Ctrl-C");
  }

  @Test
  void without_a_session_it_says_so_and_the_hint_is_a_line_and_nothing_else() {
    to(terminal).lacksSession(new Failure.NoTerminal("no terminal", "keyturn login work CODE"));
    assertThat(said)
        .containsExactly(
            "keyturn: no terminal; the endpoint answers once there is a session",
            "hint: keyturn login work CODE");
  }

  @Test
  void a_program_that_reads_the_variables_gets_nothing_else() {
    RecordingOutput pipe = new RecordingOutput(false);
    to(pipe).runs("my profile", session());
    to(pipe).stopped();
    assertThat(pipe.errors()).isEmpty();
  }

  @Test
  void ctrl_c_ends_the_line_that_the_terminal_shows_it_in() {
    to(terminal).stopped();
    assertThat(said).containsExactly("");
  }
}
