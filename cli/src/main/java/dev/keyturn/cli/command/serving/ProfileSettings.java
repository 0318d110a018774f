package dev.keyturn.cli.command.serving;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A profile's settings without anything that leads to credentials, as a config file of their own:
 * AWS's tools prefer keys of {@code [default]} to an endpoint, so they must not see the user's
 * files. What may be in it is listed, as a setting that nobody here has heard of may name
 * credentials. The settings stand under the profile's name too, for whoever has set {@code
 * AWS_PROFILE}.
 */
public final class ProfileSettings {

  /** From the settings reference of the AWS SDKs and tools, and the AWS CLI's configuration. */
  private static final Set<String> HARMLESS =
      Set.of(
          "region",
          "output",
          "retry_mode",
          "max_attempts",
          "defaults_mode",
          "endpoint_url",
          "ignore_configured_endpoint_urls",
          "use_fips_endpoint",
          "use_dualstack_endpoint",
          "sts_regional_endpoints",
          "endpoint_discovery_enabled",
          "account_id_endpoint_mode",
          "ca_bundle",
          "tcp_keepalive",
          "parameter_validation",
          "request_checksum_calculation",
          "response_checksum_validation",
          "request_min_compression_size_bytes",
          "disable_request_compression",
          "sigv4a_signing_region_set",
          "auth_scheme_preference",
          "user_agent_appid",
          "sdk_ua_app_id",
          "s3_us_east_1_regional_endpoint",
          "s3_use_arn_region",
          "s3_disable_multiregion_access_points",
          "s3_disable_express_session_auth",
          "s3",
          "s3api",
          "cli_");

  private final String profile;
  private final Map<String, String> settings;
  private final @Nullable Section services;

  private ProfileSettings(
      String profile, Map<String, String> settings, @Nullable Section services) {
    this.profile = profile;
    this.settings = settings;
    this.services = services;
  }

  /** The settings of {@code plan}'s profile; region and output also of whose keys it rests on. */
  public static ProfileSettings of(SessionPlan plan, AwsConfiguration configuration) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (plan.base() instanceof Base.Keys keys) {
      configuration
          .profile(keys.profile())
          .ifPresent(it -> copy(it, settings, Set.of("region", "output")));
    }
    configuration.unprefixed(plan.profile()).ifPresent(it -> copy(it, settings, HARMLESS));
    Optional<Section> profile = configuration.profile(plan.profile());
    profile.ifPresent(it -> copy(it, settings, HARMLESS));
    Section services =
        profile.flatMap(it -> it.value("services")).map(configuration.services()::get).orElse(null);
    if (services != null) {
      settings.put("services", services.name());
    }
    return new ProfileSettings(plan.profile(), settings, services);
  }

  private static void copy(Section from, Map<String, String> to, Set<String> names) {
    for (Setting setting : from.settings().values()) {
      if (isAmong(names, setting.name()) && !setting.value().isEmpty()) {
        to.put(setting.name(), written(setting));
      }
    }
  }

  /** {@code cli_} stands for every setting that only the AWS CLI has. */
  private static boolean isAmong(Set<String> names, String name) {
    return names.contains(name) || (names.contains("cli_") && name.startsWith("cli_"));
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

  /** The profile's region, if the files say one. */
  public Optional<String> region() {
    return Optional.ofNullable(settings.get("region"));
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
