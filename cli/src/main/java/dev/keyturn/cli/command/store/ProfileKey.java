package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyMove;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The long-term key of the profile that a command is about. */
public final class ProfileKey {

  private final Map<String, String> environment;
  private final ProfileCredentials profiles;

  /** Of the profiles of {@code profiles}. */
  public ProfileKey(Map<String, String> environment, ProfileCredentials profiles) {
    this.environment = environment;
    this.profiles = profiles;
  }

  /** The profile's name. */
  String profile(Arguments arguments) {
    return ProfileChoice.of(arguments, environment).name();
  }

  /** How its sessions are made, according to the files. */
  SessionPlan plan(Arguments arguments) {
    ProfileChoice choice = ProfileChoice.of(arguments, environment);
    return profiles
        .planOffline(profiles.files(), choice.name(), choice.explicit(), environment)
        .plan();
  }

  /** Those of all profiles that can be planned. */
  public List<SessionPlan> all(AwsConfiguration files) {
    List<SessionPlan> plans = new ArrayList<>();
    for (String name : files.profiles().keySet()) {
      try {
        plans.add(profiles.planOffline(files, name, true, environment).plan());
      } catch (FailureException e) {
        // The place it names is listed by its own line only.
      }
    }
    return plans;
  }

  /**
   * A move of its key to {@code to}.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when it has no long-term key of its own
   */
  KeyMove move(Arguments arguments, StorePlace to) {
    SessionPlan plan = plan(arguments);
    KeyMove move = KeyMove.of(plan, to).orElseThrow(() -> noKey(plan));
    if (plan.roleArn() != null) {
      throw keyOfAnother(plan, move);
    }
    return move;
  }

  private static FailureException noKey(SessionPlan plan) {
    return new ProfileFailure.Bad(
            plan.profile(),
            "profile '" + plan.profile() + "' has no long-term key; it uses " + plan.base().kind(),
            ShellCommand.of("keyturn", "explain", plan.profile()))
        .exception();
  }

  private static FailureException keyOfAnother(SessionPlan plan, KeyMove move) {
    return new ProfileFailure.Bad(
            plan.profile(),
            "profile '"
                + plan.profile()
                + "' is a role; its key belongs to profile '"
                + move.section()
                + "'",
            ShellCommand.of("keyturn", "store", "show", move.section()))
        .exception();
  }
}
