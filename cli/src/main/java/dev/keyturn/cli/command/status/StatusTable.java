package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Look;
import dev.keyturn.cli.command.text.Style;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.cli.command.text.Table.Cell;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.SessionStatus.Source;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Profiles and their sessions as a table: valid ones first, the most important columns first. */
final class StatusTable {

  /** Less than SDKs expect: botocore renews sessions with less time left. */
  private static final Duration SOON = Duration.ofMinutes(15);

  private static final List<String> TITLES =
      List.of("PROFILE", "IDENTITY", "TIME LEFT", "DEVICE", "WHERE", "LAYOUT");

  /** Profile, identity and time left are shown at any width. */
  private static final int LEAST = 3;

  /** More rows than this scroll the first ones out of a window. */
  private static final int ROWS_IN_SIGHT = 20;

  /** The number of profiles named on one line. */
  private static final int MOST_NAMES = 5;

  /** The states of a session, in the order of the table. */
  private enum State {
    VALID(Style.GOOD),
    ENDS_SOON(Style.WARNING),
    UNKNOWN(Style.WARNING),
    EXPIRED(Style.BAD),
    NONE(Style.FAINT);

    private final Style style;

    State(Style style) {
      this.style = style;
    }

    static State of(View view, Instant now) {
      if (view.source() == null) {
        return NONE;
      }
      if (view.expiration() == null) {
        return UNKNOWN;
      }
      if (!view.isValid(now)) {
        return EXPIRED;
      }
      return view.remaining(now).compareTo(SOON) < 0 ? ENDS_SOON : VALID;
    }

    /**
     * Sessions that end soon keep their place among the valid ones, so that a watched table does
     * not jump.
     */
    State rank() {
      return this == ENDS_SOON ? VALID : this;
    }
  }

  private StatusTable() {}

  static String text(List<View> views, LocalClock clock, Look look) {
    Instant now = clock.instant();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(TITLES.stream().map(title -> new Cell(title, Style.TITLE)).toList());
    views.stream()
        .sorted((one, other) -> State.of(one, now).rank().compareTo(State.of(other, now).rank()))
        .map(view -> row(view, clock))
        .forEach(rows::add);
    return Table.fitting(rows, LEAST, look);
  }

  /** A summary of the first rows, for a table too long for a window; empty for a short one. */
  static String summary(List<View> views, Instant now) {
    if (views.size() <= ROWS_IN_SIGHT) {
      return "";
    }
    List<String> valid =
        views.stream().filter(view -> view.isValid(now)).map(View::profile).toList();
    if (valid.isEmpty()) {
      return "none of " + views.size() + " profiles has a session";
    }
    int more = valid.size() - MOST_NAMES;
    return valid.size()
        + " of "
        + views.size()
        + (valid.size() == 1 ? " profiles has a session: " : " profiles have a session: ")
        + String.join(", ", more > 0 ? valid.subList(0, MOST_NAMES) : valid)
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static List<Cell> row(View view, LocalClock clock) {
    State state = State.of(view, clock.instant());
    return List.of(
        Cell.of(view.profile()),
        Cell.of(who(view)),
        new Cell(left(view, state, clock), state.style),
        Cell.of(view.device() == null ? "-" : Arn.lastName(view.device().serialNumber())),
        Cell.of(where(view)),
        Cell.of(view.layout().label()));
  }

  private static String who(View view) {
    return identity(view) + (view.policies().isEmpty() ? "" : ", limited");
  }

  private static String identity(View view) {
    String role = view.roleArn();
    if (role != null) {
      return Arn.lastName(role) + account(role);
    }
    Identity identity = view.identity();
    return identity == null ? "-" : Arn.lastName(identity.arn()) + account(identity.arn());
  }

  private static String account(String arn) {
    return Arn.of(arn).map(parts -> " (" + parts.account() + ")").orElse("");
  }

  private static String where(View view) {
    if (view.source() == Source.CREDENTIALS_FILE && view.target() != null) {
      return "[" + view.target() + "]";
    }
    return view.source() == null ? "-" : view.source().label();
  }

  private static String left(View view, State state, LocalClock clock) {
    return switch (state) {
      case VALID -> time(view, clock);
      case ENDS_SOON -> time(view, clock) + ", ends soon";
      case UNKNOWN -> "unknown";
      case EXPIRED -> "expired";
      case NONE -> "no session";
    };
  }

  private static String time(View view, LocalClock clock) {
    Instant end = view.expiration();
    String left = TimeText.left(view.remaining(clock.instant()));
    return end == null ? left : left + ", until " + TimeText.local(end, clock);
  }
}
