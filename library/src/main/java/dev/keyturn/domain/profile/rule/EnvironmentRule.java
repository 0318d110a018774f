package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.rule.Chain.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys in the environment when no profile is named, used as AWS tools do: with the settings of
 * {@code [default]}, except those that belong to other credentials.
 */
final class EnvironmentRule {

  private final AwsConfiguration files;
  private final PlanRequest request;
  private final Findings findings;
  private final SourceRule sources;

  EnvironmentRule(AwsConfiguration files, PlanRequest request, Findings findings) {
    this.files = files;
    this.request = request;
    this.findings = findings;
    this.sources = new SourceRule(files, request, findings);
  }

  Chain chain(String profile) {
    Section section = files.profile(profile).orElseGet(() -> nothing(profile));
    boolean alone = !hasCredentials(section);
    Section settings = new Section(profile, section.origin(), settings(section, alone));
    Source source = sources.environment(settings);
    if (!alone) {
      findings.warn(
          "environment-keys-used",
          "no profile was given: using the access key in the environment, not the credentials of ["
              + profile
              + "]; to use those: keyturn login "
              + profile,
          section.origin());
    }
    return new Chain(Layout.NONE, source, List.of(), List.of(settings));
  }

  private Section nothing(String name) {
    return new Section(
        name, new Origin(FileKind.CREDENTIALS, files.credentialsFile(), 1), Map.of());
  }

  private boolean hasCredentials(Section section) {
    return !StaticKeys.of(section).none()
        || LongTermKey.Suffixed.of(files, request.suffixes(), section.name()).isPresent()
        || SingleSignOn.isIn(section)
        || section.filled(ProfileSetting.ROLE_ARN.label()).isPresent()
        || section.filled(ProfileSetting.SOURCE_PROFILE.label()).isPresent()
        || section.filled(ProfileSetting.CREDENTIAL_PROCESS.label()).isPresent();
  }

  /** If the section has its own credentials, its MFA device may belong to another user. */
  private static Map<String, Setting> settings(Section section, boolean alone) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    section
        .settings()
        .forEach((name, setting) -> {
          boolean ofUser =
              name.equals(ProfileSetting.MFA_SERIAL.label())
                  || name.equals(ProfileSetting.MFA_PROCESS.label());
          if (ProfileSetting.isForTools(name) || (alone && ofUser)) {
            settings.put(name, setting);
          }
        });
    return settings;
  }
}
