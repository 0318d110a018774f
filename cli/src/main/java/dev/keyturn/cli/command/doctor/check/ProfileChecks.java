package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Warning;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.session.use.SessionStatus.View;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks of a profile that need no network. */
public final class ProfileChecks implements Checks.OfProfile {

  /** What {@link EnvironmentChecks} reports. */
  private static final String KEYS_IN_ENVIRONMENT = "environment-keys-win";

  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";
  private static final String TOKEN = "aws_session_token";
  private static final Pattern KEY_ID = Pattern.compile("(AKIA|ASIA)[A-Z0-9]{12,124}");
  private static final int SECRET_LENGTH = 40;

  private final ProfileCredentials profiles;
  private final Settings settings;
  private final LocalClock clock;

  /** Takes its collaborators. */
  public ProfileChecks(ProfileCredentials profiles, Settings settings, LocalClock clock) {
    this.profiles = profiles;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return List.of(
        new Check(CheckName.PROFILE, () -> profile(profile.plan())),
        new Check(CheckName.KEYS, () -> keys(profile)),
        new Check(CheckName.DEVICE, () -> device(profile)),
        new Check(CheckName.SESSION, () -> List.of(session(profile))));
  }

  private static List<Finding> profile(SessionPlan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Warning warning : plan.warnings()) {
      if (!warning.code().equals(KEYS_IN_ENVIRONMENT)) {
        String hint = ShellCommand.of("keyturn", "explain", plan.profile());
        findings.add(Finding.warn(CheckName.PROFILE, warning.message(), hint));
      }
    }
    if (plan.values().stream().anyMatch(ProfileChecks::isDefaultRegion)) {
      findings.add(
          Finding.info(
              CheckName.PROFILE,
              "no region is set; " + plan.region() + " is used",
              ShellCommand.of("keyturn", "config", "set", "profile." + plan.profile() + ".region")
                  + " REGION"));
    }
    String role = plan.roleArn() == null ? "" : ", " + plan.roleArn();
    String message = plan.region() + ", " + plan.endpoints().sts() + role;
    return findings.isEmpty() ? List.of(Finding.ok(CheckName.PROFILE, message)) : findings;
  }

  private static boolean isDefaultRegion(PlanValue value) {
    return value.name().equals("region") && "default".equals(value.source());
  }

  private List<Finding> keys(PlannedProfile profile) {
    String holder = profile.plan().base().profile();
    Section section = holder == null ? null : profile.files().profiles().get(holder);
    String id = section == null ? "" : section.value(ID).orElse("");
    String secret = section == null ? "" : section.value(SECRET).orElse("");
    if (section == null || id.isEmpty() || secret.isEmpty()) {
      return List.of();
    }
    boolean token = section.filled(TOKEN).isPresent();
    String place = "[" + section.name() + "]";
    if (KEY_ID.matcher(secret).matches()) {
      String message = place + ": access key ID and secret access key are swapped";
      return List.of(Finding.fail(CheckName.KEYS, message, set(section, ID)));
    }
    if (token && !AccessKey.isTemporary(id)) {
      String unset =
          ShellCommand.of("keyturn", "config", "unset", "profile." + section.name() + "." + TOKEN);
      String message = place + ": a session token is left over beside a long-term key";
      return List.of(
          Finding.fail(CheckName.KEYS, message, unset).repairedBy(() -> removeToken(section)));
    }
    if (!token && AccessKey.isTemporary(id)) {
      String message = place + ": the keys of a session without its session token";
      return List.of(Finding.fail(CheckName.KEYS, message, set(section, ID)));
    }
    return List.of(shape(section, id, secret));
  }

  private void removeToken(Section section) {
    settings.unset(new SettingName("profile", section.name(), TOKEN), "doctor --fix");
  }

  private static String set(Section section, String key) {
    return ShellCommand.of(
        "keyturn", "config", "set", "profile." + section.name() + "." + key, "-");
  }

  private static Finding shape(Section section, String id, String secret) {
    String place = "[" + section.name() + "]";
    if (!KEY_ID.matcher(id).matches()) {
      // The value may be the secret, entered in the wrong place.
      String message =
          (place + ": aws_access_key_id does not look like an access key ID of AWS; it has ")
              + (id.length() + " characters");
      return Finding.warn(CheckName.KEYS, message, set(section, ID));
    }
    if (secret.length() != SECRET_LENGTH) {
      String message =
          (place + ": the secret access key has " + secret.length())
              + (" characters; those of AWS have " + SECRET_LENGTH);
      return Finding.warn(CheckName.KEYS, message, set(section, SECRET));
    }
    return Finding.ok(CheckName.KEYS, place + " has " + id);
  }

  private static List<Finding> device(PlannedProfile profile) {
    MfaDevice device = profile.plan().device();
    if (device == null) {
      return List.of();
    }
    String serial = device.serialNumber();
    if (isUser(device)) {
      String right = serial.replaceFirst(":user/.*/|:user/", ":mfa/");
      String message =
          "the profile has the ARN of a user where that of an MFA device belongs: " + serial;
      return List.of(
          Finding.fail(CheckName.DEVICE, message, DeviceSetting.of(profile).command(right)));
    }
    return List.of(Finding.ok(CheckName.DEVICE, serial));
  }

  /** Whether it is the ARN of a user, typed instead of that of a device. */
  static boolean isUser(MfaDevice device) {
    return device.serialNumber().contains(":user/");
  }

  private Finding session(PlannedProfile profile) {
    View view = profiles.status().of(profile);
    Instant end = view.expiration();
    String login = ShellCommand.of("keyturn", "login", profile.name());
    if (end == null) {
      return Finding.info(CheckName.SESSION, "no session yet", login);
    }
    return view.isValid(clock.instant())
        ? Finding.ok(
            CheckName.SESSION,
            "valid until "
                + TimeText.local(end, clock)
                + " ("
                + TimeText.left(view.remaining(clock.instant()))
                + ")")
        : Finding.info(CheckName.SESSION, "the session has expired", login);
  }
}
