package dev.keyturn.domain.session;

import dev.keyturn.domain.profile.AwsConfiguration;
import dev.keyturn.domain.profile.SessionPlan;
import dev.keyturn.domain.profile.SessionPlan.Base;
import dev.keyturn.domain.profile.SessionPlan.Target;

/** Ends sessions on this computer. AWS cannot end them: their keys hold until they expire. */
public final class Logout {

  /**
   * What a logout removed.
   *
   * @param kept how many sessions Keyturn kept for the profile
   * @param fromFile whether keys were taken out of the target section
   * @param fromAwsCli whether the AWS CLI's cache had a session that Keyturn put there
   */
  public record Result(int kept, boolean fromFile, boolean fromAwsCli) {

    /** Whether there was nothing to remove. */
    public boolean isEmpty() {
      return kept == 0 && !fromFile && !fromAwsCli;
    }
  }

  private final SessionStore store;
  private final SessionLookup lookup;
  private final TargetSections targets;
  private final AwsCliSessions awsCli;

  /** Built on services and ports. */
  public Logout(
      SessionStore store, SessionLookup lookup, TargetSections targets, AwsCliSessions awsCli) {
    this.store = store;
    this.lookup = lookup;
    this.targets = targets;
    this.awsCli = awsCli;
  }

  /**
   * Ends the session of {@code plan}, those it was made from among them: else a role session could
   * be made again without a code.
   */
  public Result logout(SessionPlan plan, AwsConfiguration configuration) {
    int removed = 0;
    if (plan.base() instanceof Base.Keys keys) {
      String id = keys.key().id();
      for (int steps = 1; steps <= plan.steps().size(); steps++) {
        SessionKey key = SessionKey.of(plan, id, lookup.device(plan), steps);
        removed += store.remove(key) ? 1 : 0;
      }
    }
    Target target = plan.target();
    return new Result(
        removed,
        target != null && targets.remove(target),
        awsCli.remove(plan, configuration, lookup.device(plan)));
  }

  /** Forgets every session that Keyturn keeps; says how many. */
  public int forgetAll() {
    awsCli.removeAll();
    return store.removeAll();
  }
}
