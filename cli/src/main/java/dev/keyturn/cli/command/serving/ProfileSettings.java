package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A profile's settings without anything that leads to credentials, as a separate config file: AWS's
 * tools prefer keys of {@code [default]} to an endpoint, so they must not see the user's files.
 * Only settings in the table of settings are allowed, because an unknown one may name credentials.
 * The settings are repeated under the profile's name, for users who have set {@code AWS_PROFILE}.
 */
public final class ProfileSettings {

  private final String profile;
  private final Map<String, String> settings;
  private final @Nullable Section services;

  private ProfileSettings(
      String profile, Map<String, String> settings, @Nullable Section services) {
    this.profile = profile;
    this.settings = settings;
    this.services = services;
  }

  /** The settings of {@code plan}'s profile, some inherited from its source. */
  public static ProfileSettings of(SessionPlan plan, AwsConfiguration configuration) {
    Map<String, String> settings = new LinkedHashMap<>();
    String keys = plan.base().profile();
    if (keys != null && plan.longTermKeyId().isPresent()) {
      configuration.profile(keys).ifPresent(it -> copy(it, settings, ProfileSetting::isInherited));
    }
    configuration
        .unprefixed(plan.profile())
        .ifPresent(it -> copy(it, settings, ProfileSetting::isForTools));
    Optional<Section> profile = configuration.profile(plan.profile());
    profile.ifPresent(it -> copy(it, settings, ProfileSetting::isForTools));
    String region = plan.toolVariables().get(Variable.AWS_REGION.name());
    if (region != null) {
      settings.put(ProfileSetting.REGION.label(), region);
    }
    Section services = services(configuration, settings.remove(ProfileSetting.SERVICES.label()));
    if (services != null) {
      settings.put(ProfileSetting.SERVICES.label(), services.name());
    }
    return new ProfileSettings(plan.profile(), settings, services);
  }

  private static @Nullable Section services(AwsConfiguration configuration, @Nullable String name) {
    return name == null ? null : configuration.services().get(name);
  }

  private static void copy(Section from, Map<String, String> to, Predicate<String> which) {
    for (Setting setting : from.settings().values()) {
      if (which.test(setting.name()) && !setting.value().isEmpty()) {
        to.put(setting.name(), written(setting));
      }
    }
  }

  /** A nested block as lines below its name. */
  private static String written(Setting setting) {
    if (setting.nested().isEmpty()) {
      return setting.value();
    }
    StringBuilder block = new StringBuilder();
    setting
        .nested()
        .values()
        .forEach(it -> block.append("\n  ").append(it.name()).append(" = ").append(it.value()));
    return block.toString();
  }

  /** The text of the config file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    section(text, "default", settings);
    if (!profile.equals("default")) {
      section(text, "profile " + profile, settings);
    }
    if (services != null) {
      Map<String, String> blocks = new LinkedHashMap<>();
      services.settings().values().forEach(it -> blocks.put(it.name(), written(it)));
      section(text, "services " + services.name(), blocks);
    }
    return text.toString();
  }

  private static void section(StringBuilder text, String header, Map<String, String> settings) {
    text.append('[').append(header).append("]\n");
    settings.forEach((name, value) ->
        text.append(name).append(value.startsWith("\n") ? " =" : " = ").append(value).append('\n'));
  }
}
