package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.EndpointProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Checks whether AWS can be reached, and compares its clock. */
public final class ConnectionChecks implements Checks.OfProfile {

  /** A difference that affects codes, which change every 30 seconds. */
  private static final Duration NOTICED = Duration.ofSeconds(30);

  /** AWS refuses requests whose signing time differs this much from its own clock. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final Duration BEHIND = Duration.ofMinutes(15);

  private final EndpointProbe probe;
  private final InstantSource clock;

  /** Takes its collaborators. */
  public ConnectionChecks(EndpointProbe probe, InstantSource clock) {
    this.probe = probe;
    this.clock = clock;
  }

  @Override
  public List<Check> of(PlannedProfile profile) {
    return List.of(new Check(CheckName.CONNECTION, () -> connection(profile.plan())));
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
}
