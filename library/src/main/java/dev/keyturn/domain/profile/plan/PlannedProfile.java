package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.file.AwsConfiguration;

/**
 * A profile with its plan and the files that the plan was made from.
 *
 * @param plan how its session is made
 * @param files the AWS files as they were at the time of planning
 */
public record PlannedProfile(SessionPlan plan, AwsConfiguration files) {

  /** The profile's name. */
  public String name() {
    return plan.profile();
  }
}
