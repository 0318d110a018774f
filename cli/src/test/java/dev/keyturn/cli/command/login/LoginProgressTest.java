package dev.keyturn.cli.command.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.answer.HotAnswers;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line that a login of many shows on a terminal. */
class LoginProgressTest {

  private final List<String> shown = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private boolean present = true;
  private final LoginReport report =
      new LoginReport(
          new Nothing(),
          new Screen(),
          LocalClock.of(new Watch()),
          _ -> false,
          HotAnswers.notLeft());

  private void progress(int done, int all, Duration after) {
    now = now.plus(after);
    report.progress(done, all);
  }

  @Test
  void what_takes_long_is_counted_and_the_count_taken_away() {
    progress(1, 3, Duration.ofMillis(600));
    progress(2, 3, Duration.ofMillis(600));
    progress(3, 3, Duration.ofMillis(600));
    assertThat(shown).containsExactly("1 of 3 sessions", "2 of 3 sessions", "");
  }

  @Test
  void what_is_done_at_once_is_not() {
    progress(1, 2, Duration.ofMillis(100));
    progress(2, 2, Duration.ofMillis(100));
    assertThat(shown).isEmpty();
  }

  @Test
  void one_session_is_nothing_to_count() {
    progress(1, 1, Duration.ofSeconds(5));
    assertThat(shown).isEmpty();
  }

  @Test
  void without_a_terminal_nothing_is_shown() {
    present = false;
    progress(1, 3, Duration.ofSeconds(5));
    assertThat(shown).isEmpty();
  }

  private final class Screen implements Terminal {
    @Override
    public boolean isPresent() {
      return present;
    }

    @Override
    public void show(String line) {
      throw new AssertionError("not a line of its own");
    }

    @Override
    public String ask(String prompt) {
      throw new AssertionError("nothing is asked");
    }

    @Override
    public String askSecret(String prompt) {
      throw new AssertionError("nothing is asked");
    }

    @Override
    public void countDown(String what, Duration wait) {
      throw new AssertionError("nothing is waited for");
    }

    @Override
    public void progress(String text) {
      shown.add(text);
    }
  }

  private final class Watch extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final class Nothing implements Output {
    @Override
    public void data(String text) {
      throw new AssertionError(text);
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void error(String text) {
      throw new AssertionError(text);
    }
  }
}
