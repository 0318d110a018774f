package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.iam.EnabledDevice;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.device.DeviceList.Devices;
import dev.keyturn.domain.iam.device.DeviceList.Reason;
import dev.keyturn.domain.iam.device.UnfinishedEnrollment;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Lists devices, with advice. */
public final class DeviceReport {

  private final Output output;
  private final LocalClock clock;

  /** Writes to {@code output}. */
  public DeviceReport(Output output, LocalClock clock) {
    this.output = output;
    this.clock = clock;
  }

  void print(UserCalls user, Devices devices, boolean asJson) {
    if (asJson) {
      output.line(json(devices));
      return;
    }
    if (!devices.enabled().isEmpty()) {
      output.text(table(devices));
    }
    advice(user, devices).forEach(output::note);
  }

  private String table(Devices devices) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("DEVICE", "KIND", "AGE", "IN USE"));
    for (EnabledDevice one : devices.enabled()) {
      rows.add(
          List.of(
              one.device().serialNumber(),
              kind(one.device()),
              Duration.between(one.enabled(), clock.instant()).toDays() + "d",
              use(one.device(), devices)));
    }
    return Table.text(rows);
  }

  private static String kind(MfaDevice device) {
    return device.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String use(MfaDevice device, Devices devices) {
    Reason reason = devices.reason();
    if (!device.givesCodes()) {
      return "no: passkeys do not generate codes";
    }
    if (reason == null || !device.equals(devices.used())) {
      return "no";
    }
    return switch (reason) {
      case NAMED -> "yes: named in " + devices.place();
      case REMEMBERED -> "yes: AWS accepted its last code";
      case ONLY -> "yes: the only device that generates codes";
    };
  }

  private static List<String> advice(UserCalls user, Devices devices) {
    List<String> advice = new ArrayList<>();
    MfaDevice used = devices.used();
    if (used != null && devices.enabled().stream().noneMatch(one -> one.device().equals(used))) {
      advice.add(
          ("the device named in " + devices.place() + " is not one of them: " + used)
              + ("; to remove the line: " + user.command("mfa", "remove", used.serialNumber())));
    }
    UnfinishedEnrollment unfinished = devices.unfinished();
    if (unfinished != null) {
      advice.add(
          ("the enrollment of " + unfinished.device() + " is not finished; to continue: ")
              + user.command("mfa", "enroll"));
    } else {
      devices.unused().forEach(device -> advice.add(unused(user, device)));
    }
    add(advice, enroll(user, devices));
    return advice;
  }

  private static void add(List<String> advice, @Nullable String text) {
    if (text != null) {
      advice.add(text);
    }
  }

  private static String unused(UserCalls user, MfaDevice device) {
    return (device + " was created and never enabled; to remove it: ")
        + user.command("mfa", "remove", device.serialNumber());
  }

  private static @Nullable String enroll(UserCalls user, Devices devices) {
    String enroll = user.command("mfa", "enroll");
    int giving = devices.givingCodes().size();
    if (devices.enabled().isEmpty()) {
      return devices.user() + " has no MFA device; to enroll one: " + enroll;
    }
    if (giving == 0) {
      String login = ShellCommand.of("aws", "login", "--profile", user.profile().name() + "-login");
      return ("STS does not accept passkeys; to enroll an authenticator app: " + enroll)
          + ("; to sign in with the passkey: " + login);
    }
    return giving == 1 ? "to enroll a second device as a backup: " + enroll : null;
  }

  private static String json(Devices devices) {
    UnfinishedEnrollment unfinished = devices.unfinished();
    Reason reason = devices.reason();
    return Json.object(to -> {
      to.writeStringProperty("user", devices.user());
      to.writeArrayPropertyStart("devices");
      devices.enabled().forEach(one -> device(to, one, devices));
      to.writeEndArray();
      MfaDevice used = devices.used();
      Json.text(to, "used", used == null ? null : used.serialNumber());
      Json.text(to, "reason", reason == null ? null : reason.name().toLowerCase(Locale.ROOT));
      Json.text(to, "place", devices.place());
      Json.text(to, "unfinished", unfinished == null ? null : unfinished.device().serialNumber());
      to.writeArrayPropertyStart("unused");
      devices.unused().forEach(device -> to.writeString(device.serialNumber()));
      to.writeEndArray();
    });
  }

  private static void device(JsonGenerator to, EnabledDevice one, Devices devices) {
    to.writeStartObject();
    to.writeStringProperty("serial_number", one.device().serialNumber());
    to.writeStringProperty("kind", kind(one.device()));
    Json.time(to, "enabled", one.enabled());
    to.writeBooleanProperty("gives_codes", one.device().givesCodes());
    to.writeBooleanProperty("used", one.device().equals(devices.used()));
    to.writeEndObject();
  }
}
