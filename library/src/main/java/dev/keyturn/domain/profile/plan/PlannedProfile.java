package dev.keyturn.domain.profile.plan;

import dev.keyturn.domain.profile.file.AwsConfiguration;

/**
 * A profile, how its session is made, and the files that say so.
 *
 * @param plan how its session is made
 * @param files the AWS files as they were when it was planned
 */
public record PlannedProfile(SessionPlan plan, AwsConfiguration files) {

  /** The profile's name. */
  public String name() {
    return plan.profile();
  }
}
