package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;

/** Checks of a profile's identity and devices, by calling AWS. */
public final class IdentityChecks implements Checks.OfProfile {

  private final CallerLookup callers;
  private final Settings settings;

  /** Takes its collaborators. */
  public IdentityChecks(CallerLookup callers, Settings settings) {
    this.callers = callers;
    this.settings = settings;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return List.of(
        new Check(CheckName.IDENTITY, () -> List.of(identity(profile))),
        new Check(CheckName.DEVICES, () -> devices(profile)));
  }

  private Finding identity(PlannedProfile profile) {
    try {
      String arn = callers.ask(profile).identity().arn();
      return ProfileFailure.RootUser.is(arn)
          ? Finding.warn(
              CheckName.IDENTITY,
              arn + ": keys of the root user can do everything, and nothing limits them",
              "use the keys of an IAM user instead, and delete these")
          : Finding.ok(CheckName.IDENTITY, arn);
    } catch (FailureException e) {
      return Unanswered.finding(CheckName.IDENTITY, profile, e.failure());
    }
  }

  private List<Finding> devices(PlannedProfile profile) {
    if (!profile.plan().needsCode()) {
      return List.of();
    }
    try {
      return isRoot(profile)
          ? List.of(
              Finding.of(
                  CheckName.DEVICES, Level.FAIL, new ProfileFailure.RootUser(profile.name())))
          : List.of(judged(profile, callers.devices(profile)));
    } catch (FailureException e) {
      return List.of(Unanswered.finding(CheckName.DEVICES, profile, e.failure()));
    }
  }

  private boolean isRoot(PlannedProfile profile) {
    return ProfileFailure.RootUser.is(callers.ask(profile).identity().arn());
  }

  private Finding judged(PlannedProfile profile, List<MfaDevice> devices) {
    List<String> usable =
        devices.stream().filter(MfaDevice::givesCodes).map(MfaDevice::serialNumber).toList();
    MfaDevice named = profile.plan().device();
    if (usable.isEmpty()) {
      String user = "the user of profile '" + profile.name() + "'";
      Failure none = new ProfileFailure.NoDevice(user, !devices.isEmpty());
      return new Finding(
          CheckName.DEVICES,
          Level.FAIL,
          none.message(),
          ShellCommand.of("keyturn", "mfa", "enroll", "-p", profile.name()),
          none.name(),
          null);
    }
    if (named != null && !usable.contains(named.serialNumber())) {
      return other(profile, named, usable);
    }
    return named == null && usable.size() > 1
        ? Finding.info(
            CheckName.DEVICES,
            "the user has several MFA devices: " + String.join(", ", usable),
            DeviceSetting.of(profile).command(usable.get(0)))
        : Finding.ok(CheckName.DEVICES, String.join(", ", usable));
  }

  /**
   * The device may belong to another user, whose keys were meant; the ARN of a user is not a device
   * at all.
   */
  private Finding other(PlannedProfile profile, MfaDevice named, List<String> usable) {
    DeviceSetting setting = DeviceSetting.of(profile);
    String right = usable.get(0);
    Finding finding =
        new Finding(
            CheckName.DEVICES,
            Level.FAIL,
            "the profile names " + named + ", but the user has " + String.join(", ", usable),
            setting.command(right),
            FailureName.UNKNOWN_MFA_DEVICE,
            null);
    return ProfileChecks.isUser(named) && usable.size() == 1
        ? finding.repairedBy(() -> setting.set(settings, right))
        : finding;
  }
}
