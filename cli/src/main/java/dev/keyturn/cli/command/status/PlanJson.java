package dev.keyturn.cli.command.status;

import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionPolicies;
import dev.keyturn.domain.profile.plan.SessionTag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A plan as JSON: the answer of {@code explain --output json}. */
final class PlanJson {

  private PlanJson() {}

  static String of(SessionPlan plan) {
    return Json.object(to -> {
      to.writeStringProperty("profile", plan.profile());
      to.writeStringProperty("layout", plan.layout().label());
      optional(to, "target", plan.target() == null ? null : plan.target().section());
      to.writeStringProperty("region", plan.region());
      to.writeStringProperty("endpoint", plan.endpoints().sts().toString());
      to.writeStringProperty("partition", plan.partition());
      device(to, plan.device());
      base(to, plan.base());
      to.writeArrayPropertyStart("steps");
      plan.steps().forEach(step -> step(to, step));
      to.writeEndArray();
      to.writeArrayPropertyStart("values");
      plan.values().forEach(value -> value(to, value));
      to.writeEndArray();
      to.writeArrayPropertyStart("warnings");
      plan.warnings().forEach(warning -> warning(to, warning));
      to.writeEndArray();
    });
  }

  private static void device(JsonGenerator to, @Nullable MfaDevice device) {
    if (device == null) {
      to.writeNullProperty("device");
      return;
    }
    to.writeObjectPropertyStart("device");
    to.writeStringProperty("serial_number", device.serialNumber());
    to.writeStringProperty("kind", device.kind().name().toLowerCase(Locale.ROOT));
    to.writeEndObject();
  }

  private static void base(JsonGenerator to, Base base) {
    to.writeObjectPropertyStart("base");
    to.writeStringProperty("kind", base.kind());
    optional(to, "profile", base.profile());
    if (base instanceof Base.Store stored) {
      to.writeStringProperty("place", stored.place().text());
    }
    to.writeEndObject();
  }

  private static void step(JsonGenerator to, Step step) {
    to.writeStartObject();
    switch (step) {
      case Step.GetSessionToken session -> to.writeStringProperty("call", "GetSessionToken");
      case Step.AssumeRole role -> {
        to.writeStringProperty("call", "AssumeRole");
        to.writeStringProperty("profile", role.profile());
        to.writeStringProperty("role_arn", role.roleArn());
        optional(to, "role_session_name", role.parameters().sessionName());
        optional(to, "external_id", role.parameters().externalId());
        optional(to, "source_identity", role.parameters().sourceIdentity());
        tags(to, role.parameters().tags());
        policies(to, role.parameters().policies());
      }
    }
    to.writeNumberProperty("duration_seconds", step.duration().toSeconds());
    to.writeBooleanProperty("mfa", step.mfa());
    to.writeEndObject();
  }

  private static void tags(JsonGenerator to, List<SessionTag> tags) {
    if (!tags.isEmpty()) {
      to.writeObjectPropertyStart("tags");
      for (SessionTag tag : tags) {
        to.writeStringProperty(tag.key(), tag.value());
      }
      to.writeEndObject();
    }
  }

  private static void policies(JsonGenerator to, SessionPolicies policies) {
    optional(to, "policy", policies.document());
    if (!policies.arns().isEmpty()) {
      to.writeArrayPropertyStart("policy_arns");
      policies.arns().forEach(to::writeString);
      to.writeEndArray();
    }
  }

  private static void value(JsonGenerator to, PlanValue value) {
    to.writeStartObject();
    to.writeStringProperty("name", value.name());
    to.writeStringProperty("value", value.value());
    Origin origin = value.origin();
    if (origin == null) {
      to.writeNullProperty("file");
      to.writeNullProperty("line");
    } else {
      place(to, origin);
    }
    optional(to, "source", value.source());
    to.writeEndObject();
  }

  private static void warning(JsonGenerator to, Warning warning) {
    to.writeStartObject();
    to.writeStringProperty("code", warning.code());
    to.writeStringProperty("message", warning.message());
    Origin origin = warning.origin();
    if (origin != null) {
      place(to, origin);
    }
    to.writeEndObject();
  }

  private static void place(JsonGenerator to, Origin origin) {
    to.writeStringProperty("file", origin.file());
    to.writeNumberProperty("line", origin.line());
  }

  private static void optional(JsonGenerator to, String name, @Nullable String value) {
    if (value != null) {
      to.writeStringProperty(name, value);
    }
  }
}
