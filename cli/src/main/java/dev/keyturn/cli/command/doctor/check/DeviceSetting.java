package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line that names the MFA device of a profile.
 *
 * @param profile the profile that has the line, which may be a source of the profile in question
 * @param key its key
 */
record DeviceSetting(String profile, String key) {

  private static final String USUAL = "mfa_serial";

  /** The line that a profile has, or would have. */
  static DeviceSetting of(PlannedProfile profile) {
    return written(profile).orElseGet(() -> new DeviceSetting(profile.name(), USUAL));
  }

  /** The line that a profile has. */
  private static Optional<DeviceSetting> written(PlannedProfile profile) {
    String serial = Objects.toString(profile.plan().device(), "");
    return profile.plan().values().stream()
        .filter(value -> value.value().equals(serial) && value.origin() != null)
        .findFirst()
        .flatMap(value -> place(profile, value));
  }

  private static Optional<DeviceSetting> place(PlannedProfile profile, PlanValue value) {
    return profile.files().profiles().values().stream()
        .filter(section -> isAt(section, value.name(), value.origin()))
        .map(section -> new DeviceSetting(section.name(), value.name()))
        .findFirst();
  }

  private static boolean isAt(Section section, String name, @Nullable Origin origin) {
    return section.filled(name).filter(setting -> setting.origin().equals(origin)).isPresent();
  }

  /** The command that makes the line name {@code serial}. */
  String command(String serial) {
    return ShellCommand.of("keyturn", "config", "set", "profile." + profile + "." + key, serial);
  }

  /** Performs the change of {@link #command}. */
  void set(Settings settings, String serial) {
    settings.set(new SettingName("profile", profile, key), serial, "doctor --fix");
  }
}
