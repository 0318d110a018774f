package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.EndpointProbe;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Checks of a profile that ask AWS. None of them spends an MFA code. */
public final class NetworkChecks implements Checks.OfProfile {

  /** A difference that codes feel: they change every 30 seconds. */
  private static final Duration NOTICED = Duration.ofSeconds(30);

  /** AWS takes no request that is signed so much later or earlier than its own clock. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final Duration BEHIND = Duration.ofMinutes(15);

  private final EndpointProbe probe;
  private final CallerLookup callers;
  private final ProfileCredentials profiles;
  private final InstantSource clock;

  /** Takes its collaborators. */
  public NetworkChecks(
      EndpointProbe probe, CallerLookup callers, ProfileCredentials profiles, InstantSource clock) {
    this.probe = probe;
    this.callers = callers;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return List.of(
        new Check(CheckName.CONNECTION, () -> connection(profile.plan())),
        new Check(CheckName.IDENTITY, () -> List.of(identity(profile))),
        new Check(CheckName.DEVICES, () -> devices(profile)),
        new Check(CheckName.ROLE, () -> role(profile)));
  }

  private List<Finding> connection(SessionPlan plan) {
    Instant there = probe.time(plan.endpoints());
    Finding reached = Finding.ok(CheckName.CONNECTION, plan.endpoints().sts() + " answers");
    return there == null ? List.of(reached) : List.of(reached, clock(there));
  }

  private Finding clock(Instant there) {
    Duration ahead = Duration.between(there, clock.instant());
    String message =
        ("this computer's clock is " + ahead.abs().toSeconds() + " s ")
            + ((ahead.isNegative() ? "behind" : "ahead of") + " AWS's");
    String hint = "sudo timedatectl set-ntp true";
    if (ahead.compareTo(AHEAD) > 0 || ahead.negated().compareTo(BEHIND) > 0) {
      return new Finding(CheckName.CLOCK, Level.FAIL, message, hint, FailureName.CLOCK_OFF, null);
    }
    return ahead.abs().compareTo(NOTICED) < 0
        ? Finding.ok(CheckName.CLOCK, "this computer's clock agrees with AWS's")
        : Finding.warn(CheckName.CLOCK, message, hint);
  }

  private Finding identity(PlannedProfile profile) {
    try {
      String arn = callers.ask(profile).identity().arn();
      return arn.endsWith(":root")
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
      return List.of(judged(profile, callers.devices(profile)));
    } catch (FailureException e) {
      return List.of(Unanswered.finding(CheckName.DEVICES, profile, e.failure()));
    }
  }

  private static Finding judged(PlannedProfile profile, List<MfaDevice> devices) {
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
      return new Finding(
          CheckName.DEVICES,
          Level.FAIL,
          "the profile names " + named + ", and the user has " + String.join(", ", usable),
          DeviceSetting.command(profile, usable.get(0)),
          FailureName.UNKNOWN_MFA_DEVICE,
          null);
    }
    return named == null && usable.size() > 1
        ? Finding.info(
            CheckName.DEVICES,
            "the user has several: " + String.join(", ", usable),
            DeviceSetting.command(profile, usable.get(0)))
        : Finding.ok(CheckName.DEVICES, String.join(", ", usable));
  }

  private List<Finding> role(PlannedProfile profile) {
    String role = profile.plan().roleArn();
    if (role == null) {
      return List.of();
    }
    try {
      profiles.session(profile, FreshnessRequirement.VALID);
      return List.of(Finding.ok(CheckName.ROLE, role));
    } catch (FailureException e) {
      return List.of(
          Nature.needsPerson(e.failure())
              ? Unanswered.finding(CheckName.ROLE, profile, e.failure())
              : Finding.of(CheckName.ROLE, Level.FAIL, e.failure()));
    }
  }
}
