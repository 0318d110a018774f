package dev.keyturn.cli.command.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.session.use.SessionStatus.Source;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Highlighting in the table of sessions. */
class StatusTableTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final LocalClock CLOCK = LocalClock.of(Clock.fixed(NOON, ZoneOffset.UTC));

  private static final View NONE = view("none", null, null);
  private static final View ENDED = view("ended", Source.CACHE, Duration.ofMinutes(-1));
  private static final View UNKNOWN = view("unknown", Source.CREDENTIALS_FILE, null);
  private static final View SOON = view("soon", Source.CACHE, Duration.ofMinutes(14));
  private static final View VALID = view("valid", Source.CACHE, Duration.ofMinutes(15));

  private static View view(String profile, @Nullable Source source, @Nullable Duration left) {
    Instant end = left == null ? null : NOON.plus(left);
    return new View(profile, Layout.ROLE, null, null, null, source, profile, end, List.of());
  }

  private static List<String> lines(Look look, View... views) {
    return StatusTable.text(List.of(views), CLOCK, look).lines().toList();
  }

  @Test
  void valid_sessions_come_first_and_otherwise_the_order_is_that_of_the_files() {
    assertThat(lines(Look.PLAIN, NONE, ENDED, SOON, UNKNOWN, VALID))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("PROFILE", "soon", "valid", "unknown", "ended", "none");
  }

  @Test
  void every_state_has_a_word() {
    assertThat(String.join("\n", lines(Look.PLAIN, NONE, ENDED, SOON, UNKNOWN, VALID)))
        .contains(
            "no session", "expired", "14m, until 12:14, ends soon", "unknown", "15m, until 12:15");
  }

  @Test
  void colour_adds_to_the_word() {
    Look colour = new Look(80, true);
    assertThat(lines(colour, SOON).get(1)).contains("\u001b[33m14m, until 12:14, ends soon");
    assertThat(lines(colour, VALID).get(1)).contains("\u001b[32m15m, until 12:15");
    assertThat(lines(colour, ENDED).get(1)).contains("\u001b[31mexpired");
  }

  @Test
  void a_narrow_terminal_drops_the_end_then_the_account_then_the_identity() {
    View session =
        new View(
            "work",
            Layout.ROLE,
            null,
            "arn:aws:iam::123456789012:role/admin",
            null,
            Source.CACHE,
            "work",
            NOON.plus(Duration.ofHours(11)),
            List.of());
    assertThat(lines(new Look(200, false), session).get(0)).endsWith("DEVICE  WHERE  LAYOUT");
    assertThat(lines(new Look(51, false), session))
        .containsExactly(
            "PROFILE  IDENTITY              TIME LEFT",
            "work     admin (123456789012)  11h 0m, until 23:00");
    assertThat(lines(new Look(45, false), session))
        .containsExactly(
            "PROFILE  IDENTITY              TIME LEFT", "work     admin (123456789012)  11h 0m");
    assertThat(lines(new Look(30, false), session))
        .containsExactly("PROFILE  IDENTITY  TIME LEFT", "work     admin     11h 0m");
    assertThat(lines(new Look(20, false), session, SOON))
        .containsExactly("PROFILE  TIME LEFT", "work     11h 0m", "soon     14m, ends soon");
  }

  @Test
  void below_a_table_that_is_longer_than_a_window_its_first_rows_are_summed_up() {
    List<View> many = new ArrayList<>(Collections.nCopies(20, NONE));
    assertThat(StatusTable.summary(many, NOON)).isEmpty();
    many.add(ENDED);
    assertThat(StatusTable.summary(many, NOON)).isEqualTo("none of 21 profiles has a session");
    many.add(VALID);
    assertThat(StatusTable.summary(many, NOON)).isEqualTo("1 of 22 profiles has a session: valid");
    many.addAll(Collections.nCopies(6, SOON));
    assertThat(StatusTable.summary(many, NOON))
        .isEqualTo("7 of 28 profiles have a session: valid, soon, soon, soon, soon and 2 more");
  }
}
