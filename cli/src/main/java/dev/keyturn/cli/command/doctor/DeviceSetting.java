package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line that names the MFA device of a profile. */
final class DeviceSetting {

  private static final String USUAL = "mfa_serial";

  private DeviceSetting() {}

  /** The command that makes the profile name {@code serial}, in the line where it names another. */
  static String command(PlannedProfile profile, String serial) {
    String key =
        named(profile)
            .flatMap(value -> key(profile, value))
            .orElse("profile." + profile.name() + "." + USUAL);
    return ShellCommand.of("keyturn", "config", "set", key, serial);
  }

  private static Optional<PlanValue> named(PlannedProfile profile) {
    String serial = Objects.toString(profile.plan().device(), "");
    return profile.plan().values().stream()
        .filter(value -> value.value().equals(serial) && value.origin() != null)
        .findFirst();
  }

  private static Optional<String> key(PlannedProfile profile, PlanValue value) {
    return profile.files().profiles().values().stream()
        .filter(section -> isAt(section, value.name(), value.origin()))
        .map(section -> "profile." + section.name() + "." + value.name())
        .findFirst();
  }

  private static boolean isAt(Section section, String name, @Nullable Origin origin) {
    return section.filled(name).filter(setting -> setting.origin().equals(origin)).isPresent();
  }
}
