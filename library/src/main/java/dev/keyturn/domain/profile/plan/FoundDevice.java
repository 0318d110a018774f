package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans for a device that is not named in the files: one that a person typed, one that a login
 * found, or none.
 */
public final class FoundDevice {

  /** The source of a typed device. */
  public static final String OPTION = "--device";

  private FoundDevice() {}

  /**
   * What the user typed instead of an ARN: the name of a virtual device or the number of a hardware
   * token; null if nothing.
   */
  public static @Nullable String typed(SessionPlan plan) {
    MfaDevice device = plan.device();
    if (device == null || device.kind() != MfaDevice.Kind.HARDWARE) {
      return null;
    }
    for (PlanValue value : plan.values()) {
      if (OPTION.equals(value.source())) {
        return device.serialNumber();
      }
    }
    return null;
  }

  /**
   * Whether one of the calls carries a code. Avoids streams, because cached answers call it too.
   */
  static boolean isAskedBy(List<Step> steps) {
    for (Step step : steps) {
      if (step.mfa()) {
        return true;
      }
    }
    return false;
  }

  /** The same calls without a code. */
  static List<Step> none(List<Step> steps) {
    List<Step> uncoded = new ArrayList<>();
    for (Step step : steps) {
      uncoded.add(uncoded(step));
    }
    return List.copyOf(uncoded);
  }

  private static Step uncoded(Step step) {
    if (step instanceof Step.AssumeRole role) {
      return new Step.AssumeRole(
          role.profile(), role.roleArn(), role.parameters(), role.duration(), false);
    }
    return new Step.GetSessionToken(step.duration(), false);
  }

  /**
   * Whether {@code plan} assumes a role with long-term keys only, because no file names a device.
   * AWS refuses that if the role requires MFA.
   */
  public static boolean mayServe(SessionPlan plan) {
    return plan.roleArn() != null
        && plan.device() == null
        && !plan.needsCode()
        && plan.longTermKeyId().isPresent();
  }

  /** The plan for such a role with a code of {@code device}, which a login found. */
  public static SessionPlan remembered(SessionPlan plan, MfaDevice device) {
    List<PlanValue> values = new ArrayList<>(plan.values());
    values.add(new PlanValue("mfa_serial", device.serialNumber(), null, "the last login"));
    return plan.with(plan.target(), device, steps(plan), List.copyOf(values), plan.warnings());
  }

  /**
   * Uses a session of the user, from which a role can last one hour at most; a single role that is
   * to last longer is assumed with the code itself.
   */
  private static List<Step> steps(SessionPlan plan) {
    List<Step> roles = plan.steps();
    Step.AssumeRole first = (Step.AssumeRole) roles.get(0);
    if (roles.size() == 1 && first.duration().compareTo(Durations.CHAINED_ROLE_MAXIMUM) > 0) {
      return List.of(first.withCode());
    }
    List<Step> steps = new ArrayList<>(roles);
    steps.set(0, chained(first));
    steps.add(0, new Step.GetSessionToken(Durations.SESSION_DEFAULT, true));
    return List.copyOf(steps);
  }

  private static Step chained(Step.AssumeRole role) {
    Duration most = Durations.CHAINED_ROLE_MAXIMUM;
    Duration duration = role.duration().compareTo(most) > 0 ? most : role.duration();
    return new Step.AssumeRole(
        role.profile(), role.roleArn(), role.parameters(), duration, role.mfa());
  }
}
