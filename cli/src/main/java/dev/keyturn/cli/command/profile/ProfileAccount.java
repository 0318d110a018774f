package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.CallerLookup;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.util.Map;

/** The accounts of profiles, according to AWS. */
public final class ProfileAccount {

  /** An account. */
  public record Account(Partition partition, String id) {}

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;
  private final CallerLookup callers;

  public ProfileAccount(
      Map<String, String> environment, ProfileCredentials profiles, CallerLookup callers) {
    this.environment = environment;
    this.profiles = profiles;
    this.callers = callers;
  }

  /** The account of the profile that {@link ProfileChoice#ONLY_OPTION} or a variable names. */
  public Account of(Arguments arguments) {
    String name = ProfileChoice.ONLY_OPTION.in(arguments, "");
    ProfileChoice choice = ProfileChoice.of(name, environment);
    PlannedProfile planned = profiles.plan(PlanOptions.request(arguments, choice, environment));
    Identity identity = callers.ask(planned).identity();
    return new Account(Partition.ofRegion(planned.plan().region()), Arn.account(identity.arn()));
  }
}
