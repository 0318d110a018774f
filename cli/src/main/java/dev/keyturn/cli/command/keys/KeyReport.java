package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.iam.KeyStatus;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.ServiceCredential;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.key.KeyList.Keys;
import dev.keyturn.domain.iam.key.KeyList.Listed;
import dev.keyturn.domain.iam.key.KeyPlace;
import dev.keyturn.domain.iam.key.UnfinishedRotation;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Lists access keys and service-specific credentials, and says which are too old. */
public final class KeyReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}. */
  public KeyReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
  }

  void print(UserCalls user, Keys keys, Duration warnAfter, boolean asJson) {
    if (asJson) {
      output.line(json(keys));
      return;
    }
    if (!keys.keys().isEmpty()) {
      output.text(keyTable(keys));
    }
    if (!keys.services().isEmpty()) {
      output.text("\n" + serviceTable(keys.services()));
    }
    advice(user, keys, warnAfter).forEach(output::note);
  }

  /** Reports a removed revocation that was no longer needed. */
  void printOver(UserCalls user) {
    output.note(
        ("the sessions of " + user.user().arn() + " that were revoked have all expired:")
            + " the policy that denied them is removed");
  }

  private String keyTable(Keys keys) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ACCESS KEY", "STATUS", "AGE", "LAST USED", "PROFILES"));
    for (Listed listed : keys.keys()) {
      UserKey key = listed.key();
      rows.add(
          List.of(key.id(), text(key.status()), days(key.created()), use(listed), places(listed)));
    }
    return Table.text(rows);
  }

  private String days(Instant since) {
    return Duration.between(since, clock.instant()).toDays() + "d";
  }

  private static String text(KeyStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private String use(Listed listed) {
    LastUse use = listed.use();
    if (use == null) {
      return listed.isUseKnown() ? "never" : "unknown";
    }
    String region = use.region().equals("N/A") ? "" : " in " + use.region();
    return days(use.when()) + " ago: " + use.service() + region;
  }

  private static String places(Listed listed) {
    List<String> profiles = listed.places().stream().map(KeyPlace::profile).distinct().toList();
    return profiles.isEmpty() ? "none" : String.join(", ", profiles);
  }

  private String serviceTable(List<ServiceCredential> credentials) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CREDENTIAL", "STATUS", "AGE", "SERVICE", "USER NAME"));
    for (ServiceCredential one : credentials) {
      rows.add(
          List.of(
              one.id(), text(one.status()), days(one.created()), one.service(), one.userName()));
    }
    return Table.text(rows);
  }

  private List<String> advice(UserCalls user, Keys keys, Duration warnAfter) {
    List<String> advice = new ArrayList<>();
    String rotate = ShellCommand.of("keyturn", "keys", "rotate", user.profile().name());
    UnfinishedRotation unfinished = keys.unfinished();
    if (unfinished != null) {
      advice.add(
          "the rotation of " + unfinished.old() + " is not finished; to continue: " + rotate);
    }
    for (Listed listed : keys.keys()) {
      UserKey key = listed.key();
      Duration age = key.age(clock.instant());
      if (key.isActive() && age.compareTo(warnAfter) > 0) {
        advice.add(key.id() + " is " + age.toDays() + " days old" + cure(user, listed, rotate));
      }
    }
    return advice;
  }

  private static String cure(UserCalls user, Listed listed, String rotate) {
    return listed.places().isEmpty()
        ? "; if nothing uses it: " + user.command("keys", "deactivate", listed.key().id())
        : "; to replace it: " + rotate;
  }

  private static String json(Keys keys) {
    UnfinishedRotation unfinished = keys.unfinished();
    return Json.object(to -> {
      to.writeStringProperty("user", keys.user());
      to.writeArrayPropertyStart("keys");
      keys.keys().forEach(listed -> key(to, listed));
      to.writeEndArray();
      to.writeArrayPropertyStart("service_credentials");
      keys.services().forEach(one -> service(to, one));
      to.writeEndArray();
      Json.text(to, "unfinished_rotation_of", unfinished == null ? null : unfinished.old());
    });
  }

  private static void key(JsonGenerator to, Listed listed) {
    LastUse use = listed.use();
    to.writeStartObject();
    to.writeStringProperty("access_key_id", listed.key().id());
    to.writeStringProperty("status", text(listed.key().status()));
    Json.time(to, "created", listed.key().created());
    to.writeBooleanProperty("last_used_known", listed.isUseKnown());
    Json.time(to, "last_used", use == null ? null : use.when());
    Json.text(to, "last_used_service", use == null ? null : use.service());
    Json.text(to, "last_used_region", use == null ? null : use.region());
    KeyPlaceJson.write(to, listed.places());
    to.writeEndObject();
  }

  private static void service(JsonGenerator to, ServiceCredential one) {
    to.writeStartObject();
    to.writeStringProperty("id", one.id());
    to.writeStringProperty("service", one.service());
    to.writeStringProperty("user_name", one.userName());
    to.writeStringProperty("status", text(one.status()));
    Json.time(to, "created", one.created());
    Json.time(to, "expires", one.expires());
    to.writeEndObject();
  }
}
