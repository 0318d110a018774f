package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.session.use.SessionStatus.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Profiles and their sessions as JSON, in the order of the files. */
final class StatusJson {

  private StatusJson() {}

  static String of(List<View> views, Instant now, Duration least) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("sessions");
      views.forEach(view -> session(to, view, now, least));
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
    if (!view.policies().isEmpty()) {
      to.writeArrayPropertyStart("session_policies");
      view.policies().forEach(to::writeString);
      to.writeEndArray();
    }
    to.writeBooleanProperty("valid", view.isValid(now) && left.compareTo(least) >= 0);
    Json.time(to, "expiration", view.expiration());
    if (view.expiration() == null) {
      to.writeNullProperty("remaining_seconds");
    } else {
      to.writeNumberProperty("remaining_seconds", left.toSeconds());
    }
    to.writeEndObject();
  }

  private static void optional(JsonGenerator to, String name, @Nullable String value) {
    if (value != null) {
      to.writeStringProperty(name, value);
    }
  }
}
