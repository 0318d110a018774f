package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.SessionStatus.Source;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Profiles and their sessions as a table or as JSON. */
final class StatusTable {

  private static final List<String> TITLES =
      List.of("PROFILE", "LAYOUT", "IDENTITY", "DEVICE", "WHERE", "TIME LEFT");

  private StatusTable() {}

  static String text(List<View> views, LocalClock clock) {
    if (views.isEmpty()) {
      return "no profiles\n";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    for (View view : views) {
      rows.add(row(view, clock));
    }
    return Table.text(rows);
  }

  private static List<String> row(View view, LocalClock clock) {
    return List.of(
        view.profile(),
        view.layout().label(),
        who(view),
        view.device() == null ? "-" : Arn.lastName(view.device().serialNumber()),
        where(view),
        left(view, clock));
  }

  private static String who(View view) {
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

  private static String left(View view, LocalClock clock) {
    Instant end = view.expiration();
    if (view.source() == null) {
      return "no session";
    }
    if (end == null) {
      return "unknown";
    }
    Duration left = view.remaining(clock.instant());
    return left.isZero()
        ? "expired"
        : TimeText.left(left) + ", until " + TimeText.local(end, clock);
  }

  static String json(List<View> views, LocalClock clock, Duration least) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("sessions");
      views.forEach(view -> session(to, view, clock.instant(), least));
      to.writeEndArray();
    });
  }

  private static void session(JsonGenerator to, View view, Instant now, Duration least) {
    Duration left = view.remaining(now);
    to.writeStartObject();
    to.writeStringProperty("profile", view.profile());
    to.writeStringProperty("layout", view.layout().label());
    Json.text(to, "identity", view.identity() == null ? null : view.identity().arn());
    optional(to, "role_arn", view.roleArn());
    optional(to, "device", view.device() == null ? null : view.device().serialNumber());
    Json.text(to, "source", view.source() == null ? null : view.source().label());
    optional(to, "target", view.target());
    to.writeBooleanProperty("valid", view.isValid(now) && left.compareTo(least) >= 0);
    Json.time(to, "expiration", view.expiration());
    if (view.expiration() == null) {
      to.writeNullProperty("remaining_seconds");
    } else {
      to.writeNumberProperty("remaining_seconds", left.toSeconds());
    }
    to.writeEndObject();
  }

  private static void optional(
      JsonGenerator to, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      to.writeStringProperty(name, value);
    }
  }
}
