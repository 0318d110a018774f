package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chain from a profile to its source credentials.
 *
 * @param layout the layout of the profile itself
 * @param source the credentials at its end
 * @param roles the roles of the chain, the one nearest to the source first
 * @param sections where a setting of the profile may be found, the profile's own sections first,
 *     those of its source last
 */
public record Chain(Layout layout, Source source, List<Role> roles, List<Section> sections) {

  /** Whether AWS treats the credentials as long-term keys or as a session's, or this is unknown. */
  public enum Lifetime {
    LONG_TERM,
    TEMPORARY,
    UNKNOWN
  }

  /**
   * The credentials at the end of a chain.
   *
   * @param base the credentials
   * @param lifetime whether they are long-term or temporary
   * @param layout their layout
   * @param device the setting that names their user's MFA device
   */
  public record Source(Base base, Lifetime lifetime, Layout layout, @Nullable Setting device) {}

  /**
   * A role to assume.
   *
   * @param profile the profile that names it
   * @param arn the role
   * @param place where it is named: a line of a file or an option
   * @param parameters how it is assumed
   * @param device the setting that names its MFA device
   * @param duration how long its session is to last
   * @param direct whether it is assumed with the code itself for any duration, as aws-mfa does
   */
  public record Role(
      String profile,
      String arn,
      String place,
      RoleParameters parameters,
      @Nullable Setting device,
      @Nullable Duration duration,
      boolean direct) {

    /** A role of which only the name is known. */
    static Role named(String profile, String arn, String place) {
      return new Role(profile, arn, place, RoleParameters.NONE, null, null, false);
    }

    Role with(RoleParameters other) {
      return new Role(profile, arn, place, other, device, duration, direct);
    }
  }

  /** The setting in the profile, or for inherited settings in its source profiles, if not empty. */
  public Optional<Setting> inFiles(ProfileSetting setting) {
    return setting.isInherited()
        ? setting(setting.label())
        : sections.get(0).filled(setting.label());
  }

  /** The setting called {@code name} in the first section where it is not empty. */
  public Optional<Setting> setting(String name) {
    for (Section section : sections) {
      Optional<Setting> setting = section.filled(name);
      if (setting.isPresent()) {
        return setting;
      }
    }
    return Optional.empty();
  }

  /** As {@link #setting}, ignoring placeholders from documentation. */
  public Optional<Setting> given(String name) {
    for (Section section : sections) {
      Optional<Setting> setting = section.given(name);
      if (setting.isPresent()) {
        return setting;
      }
    }
    return Optional.empty();
  }

  /** The name of the section that {@code setting} is in. */
  public String owner(Setting setting) {
    for (Section section : sections) {
      if (section.settings().containsValue(setting)) {
        return section.name();
      }
    }
    return sections.get(0).name();
  }
}
