package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import java.util.ArrayList;
import java.util.List;

/** The calls of a plan for a user who has no MFA device. */
final class UncodedSteps {

  private UncodedSteps() {}

  /** The same calls, none of which carries a code. */
  static List<Step> of(List<Step> steps) {
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
}
