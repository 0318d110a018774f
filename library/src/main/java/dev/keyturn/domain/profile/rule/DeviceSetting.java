package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the setting that names the MFA device of a user. Each layout has its own key. */
final class DeviceSetting {

  /** Every key that tools use, the AWS CLI's first. */
  private static final List<String> NAMES =
      List.of("mfa_serial", "aws_mfa_device", "aws_arn_mfa", "aws_arn_mfa_device");

  private DeviceSetting() {}

  /**
   * The device of the long-term keys in {@code keys}.
   *
   * @param layout the layout
   * @param keys the section with the long-term keys
   * @param profile the profile they are for; the same section in the plain layout
   * @param unprefixed the config file's section of that name that lacks its prefix
   */
  static @Nullable Setting of(
      Layout layout, Section keys, Section profile, Optional<Section> unprefixed) {
    if (layout == Layout.DEFAULT_SUFFIX) {
      Optional<Setting> own = profile.given("aws_arn_mfa");
      if (own.isPresent()) {
        return own.get();
      }
    }
    return first(keys)
        .or(() -> first(profile))
        .or(() -> unprefixed.flatMap(DeviceSetting::first))
        .orElse(null);
  }

  private static Optional<Setting> first(Section section) {
    for (String name : NAMES) {
      Optional<Setting> setting = section.given(name);
      if (setting.isPresent()) {
        return setting;
      }
    }
    return Optional.empty();
  }
}
