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

  /** Profile, identity and time left; the columns after them are shown if there is room. */
  private static final int FIRST = 3;

  /** What is left out of the first columns, step by step, for a terminal too narrow for them. */
  private enum Detail {
    ALL,
    NO_END,
    NO_ACCOUNT,
    NO_IDENTITY
  }

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
    List<View> sorted =
        views.stream()
            .sorted(
                (one, other) -> State.of(one, now).rank().compareTo(State.of(other, now).rank()))
            .toList();
    List<List<Cell>> rows = rows(sorted, clock, Detail.ALL);
    if (Table.fits(rows, FIRST, look)) {
      return Table.fitting(rows, FIRST, look);
    }
    rows = rows(sorted, clock, Detail.NO_END);
    if (!Table.fits(rows, FIRST, look)) {
      rows = rows(sorted, clock, Detail.NO_ACCOUNT);
    }
    if (!Table.fits(rows, FIRST, look)) {
      rows = rows(sorted, clock, Detail.NO_IDENTITY);
    }
    return Table.fitting(rows, rows.get(0).size(), look);
  }

  private static List<List<Cell>> rows(List<View> views, LocalClock clock, Detail detail) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(titles(detail).stream().map(title -> new Cell(title, Style.TITLE)).toList());
    views.stream().map(view -> row(view, clock, detail)).forEach(rows::add);
    return rows;
  }

  private static List<String> titles(Detail detail) {
    return switch (detail) {
      case ALL -> List.of("PROFILE", "IDENTITY", "TIME LEFT", "DEVICE", "WHERE", "LAYOUT");
      case NO_END, NO_ACCOUNT -> List.of("PROFILE", "IDENTITY", "TIME LEFT");
      case NO_IDENTITY -> List.of("PROFILE", "TIME LEFT");
    };
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

  private static List<Cell> row(View view, LocalClock clock, Detail detail) {
    State state = State.of(view, clock.instant());
    Cell profile = Cell.of(view.profile());
    Cell left = new Cell(left(view, state, clock, detail), state.style);
    return switch (detail) {
      case ALL ->
          List.of(
              profile,
              Cell.of(who(view, detail)),
              left,
              Cell.of(view.device() == null ? "-" : Arn.lastName(view.device().serialNumber())),
              Cell.of(where(view)),
              Cell.of(view.layout().label()));
      case NO_END, NO_ACCOUNT -> List.of(profile, Cell.of(who(view, detail)), left);
      case NO_IDENTITY -> List.of(profile, left);
    };
  }

  private static String who(View view, Detail detail) {
    return identity(view, detail) + (view.policies().isEmpty() ? "" : ", limited");
  }

  private static String identity(View view, Detail detail) {
    Identity identity = view.identity();
    String arn = view.roleArn() == null && identity != null ? identity.arn() : view.roleArn();
    return arn == null ? "-" : Arn.lastName(arn) + account(arn, detail);
  }

  private static String account(String arn, Detail detail) {
    return detail == Detail.NO_ACCOUNT
        ? ""
        : Arn.of(arn).map(parts -> " (" + parts.account() + ")").orElse("");
  }

  private static String where(View view) {
    if (view.source() == Source.CREDENTIALS_FILE && view.target() != null) {
      return "[" + view.target() + "]";
    }
    return view.source() == null ? "-" : view.source().label();
  }

  private static String left(View view, State state, LocalClock clock, Detail detail) {
    return switch (state) {
      case VALID -> time(view, clock, detail);
      case ENDS_SOON -> time(view, clock, detail) + ", ends soon";
      case UNKNOWN -> "unknown";
      case EXPIRED -> "expired";
      case NONE -> "no session";
    };
  }

  private static String time(View view, LocalClock clock, Detail detail) {
    Instant end = view.expiration();
    String left = TimeText.left(view.remaining(clock.instant()));
    return end == null || detail != Detail.ALL
        ? left
        : left + ", until " + TimeText.local(end, clock);
  }
}
