package dev.keyturn.domain.migration;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.profile.plan.Suffixes;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which lines change. Used once, by one thread. */
final class MigrationRule {

  private static final List<String> KEYS = List.of("aws_access_key_id", "aws_secret_access_key");

  /** The settings that Keyturn, aws-mfa and the AWS CLI write with the keys of a session. */
  private static final List<String> SESSION =
      List.of(
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
          "aws_security_token",
          "assumed_role",
          "assumed_role_arn",
          "expiration");

  private static final List<String> DEVICES =
      List.of("mfa_serial", "aws_mfa_device", "aws_arn_mfa", "aws_arn_mfa_device");

  private final AwsConfiguration files;
  private final SessionPlan plan;
  private final @Nullable MfaDevice device;
  private final String process;
  private final String profile;
  private final List<Change> config = new ArrayList<>();
  private final List<Change> credentials = new ArrayList<>();
  private final List<Change> session = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /**
   * For a profile.
   *
   * @param plan how its session is made now
   * @param device its MFA device; null if unknown
   * @param process the {@code credential_process} line with which AWS tools ask Keyturn for it
   */
  MigrationRule(
      AwsConfiguration files, SessionPlan plan, @Nullable MfaDevice device, String process) {
    this.files = files;
    this.plan = plan;
    this.device = device;
    this.process = process;
    this.profile = plan.profile();
  }

  Migration to(ProfileLayout layout) {
    String keys = sectionOfKeys();
    if (!isServed() || layout != ProfileLayout.PROCESS) {
      switch (layout) {
        case PLAIN -> toPlain(keys);
        case SUFFIX -> toSuffix(keys);
        case PROCESS -> toProcess(keys);
      }
    }
    return new Migration(
        profile,
        layout,
        List.copyOf(config),
        List.copyOf(credentials),
        List.copyOf(session),
        List.copyOf(left));
  }

  private void toPlain(String keys) {
    unserve();
    if (keys.equals(profile)) {
      return;
    }
    clearSession();
    move(keys, profile);
    if (device != null && !namesDevice(section(profile))) {
      config.add(new Change.Set(configSection(profile), "mfa_serial", device.serialNumber()));
    }
  }

  private void toSuffix(String keys) {
    unserve();
    if (!isBeside(keys)) {
      moveBeside(keys);
    }
  }

  private void toProcess(String keys) {
    if (keys.equals(profile)) {
      moveBeside(keys);
    } else {
      clearSession();
    }
    config.add(new Change.Set(configSection(profile), "credential_process", process));
  }

  private void moveBeside(String keys) {
    String beside = ProfileLayout.SUFFIX.keys(profile);
    move(keys, beside);
    if (device != null && !namesDevice(section(beside))) {
      credentials.add(new Change.Set(beside, "aws_mfa_device", device.serialNumber()));
    }
    if (keys.equals(profile) && files.profile(profile + Suffixes.DERIVED).isPresent()) {
      left.add("[" + profile + Suffixes.DERIVED + "] may still contain the last session");
    }
  }

  private void move(String from, String to) {
    checkNothingIsOverwritten(to);
    checkNobodyElseUses(from);
    for (String name : KEYS) {
      Setting key = section(from).filled(name).orElseThrow();
      credentials.add(new Change.Set(to, name, key.value()));
      boolean inCredentials = key.origin().kind() == FileKind.CREDENTIALS;
      String section = inCredentials ? from : configSection(from);
      (inCredentials ? credentials : config).add(new Change.Unset(section, name));
    }
    if (plan.layout() == Layout.SOURCE_PROFILE) {
      config.add(new Change.Unset(configSection(profile), "source_profile"));
      inherit(section(from));
    }
    if (!from.equals(profile)) {
      left.add("[" + from + "] contains no keys now");
    }
  }

  /** The settings that the profile took from its source. */
  private void inherit(Section source) {
    for (ProfileSetting setting : ProfileSetting.ofNewProfiles()) {
      String name = setting.label();
      Optional<String> value = source.value(name);
      if (value.isPresent() && section(profile).value(name).isEmpty()) {
        config.add(new Change.Set(configSection(profile), name, value.get()));
      }
    }
  }

  private void clearSession() {
    Optional<Section> found = files.credentials(profile).filter(MigrationRule::hasKeys);
    if (found.isPresent() && isSession(found.get())) {
      for (String name : SESSION) {
        if (found.get().setting(name).isPresent()) {
          session.add(new Change.Unset(profile, name));
        }
      }
    }
  }

  private void unserve() {
    if (isServed()) {
      config.add(new Change.Unset(configSection(profile), "credential_process"));
    }
  }

  private boolean isServed() {
    return CredentialProcess.callsKeyturn(section(profile));
  }

  private boolean isBeside(String keys) {
    return keys.equals(profile + Suffixes.STANDARD.longTerm())
        || keys.equals(profile + Suffixes.DEFAULT);
  }

  private Section section(String name) {
    return files
        .profile(name)
        .orElseGet(() -> new Section(name, section(sectionOfKeys()).origin(), Map.of()));
  }

  private static boolean namesDevice(Section section) {
    return DEVICES.stream().anyMatch(name -> section.filled(name).isPresent());
  }

  private static boolean hasKeys(Section section) {
    return KEYS.stream().anyMatch(name -> section.filled(name).isPresent());
  }

  private static boolean isSession(Section section) {
    boolean token =
        section.filled("aws_session_token").isPresent()
            || section.filled("aws_security_token").isPresent();
    return token
        && section.value("aws_access_key_id").filter(id -> !AccessKey.isLongTerm(id)).isPresent();
  }

  private static String configSection(String profile) {
    return profile.equals("default") ? profile : "profile " + profile;
  }

  // --- what cannot be moved --------------------------------------------------------------------

  private String sectionOfKeys() {
    if (plan.layout() == Layout.ROLE) {
      String other = profile + "-auto";
      throw refused(
          "profile '" + profile + "' is a role: it has no keys of its own to move",
          ShellCommand.of(
              "keyturn", "config", "set", "profile." + other + ".credential_process", process));
    }
    if (plan.base() instanceof Base.Keys keys) {
      return keys.profile();
    }
    throw refused(
        "profile '" + profile + "' has no long-term keys in the AWS files that could be moved",
        ShellCommand.of("keyturn", "explain", profile));
  }

  private void checkNothingIsOverwritten(String section) {
    Optional<Section> found = files.credentials(section).filter(MigrationRule::hasKeys);
    if (found.isPresent() && !isSession(found.get())) {
      throw refused(
          "[" + section + "] contains long-term keys; Keyturn will not overwrite them",
          ShellCommand.of("keyturn", "explain", section));
    }
  }

  private void checkNobodyElseUses(String keys) {
    for (Section other : files.profiles().values()) {
      if (!other.name().equals(profile)
          && !keys.equals(profile)
          && other.value("source_profile").filter(keys::equals).isPresent()) {
        throw refused(
            "profile '"
                + other.name()
                + "' uses the keys in ["
                + keys
                + "] too; they cannot be moved",
            ShellCommand.of("keyturn", "explain", other.name()));
      }
    }
  }

  private RuntimeException refused(String message, String hint) {
    return new ProfileFailure.Bad(profile, message, hint).exception();
  }
}
