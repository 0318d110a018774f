package dev.keyturn.domain.session.use;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.util.ArrayList;
import java.util.List;

/** Ends sessions on this computer. AWS cannot end them: their keys hold until they expire. */
public final class Logout {

  /**
   * What a logout did to one profile.
   *
   * @param plan how its session is made
   * @param kept whether Keyturn kept a session for it
   * @param section what became of the target section
   * @param fromAwsCli whether the AWS CLI's cache had a session that Keyturn put there
   */
  public record Result(
      SessionPlan plan, boolean kept, TargetSections.Removal section, boolean fromAwsCli) {

    /** Whether there was nothing to remove, and nothing was left. */
    public boolean isEmpty() {
      return !kept && section == TargetSections.Removal.NOTHING_THERE && !fromAwsCli;
    }
  }

  private final SessionStore store;
  private final SessionLookup lookup;
  private final TargetSections targets;
  private final AwsCliSessions awsCli;

  Logout(SessionStore store, SessionLookup lookup, TargetSections targets, AwsCliSessions awsCli) {
    this.store = store;
    this.lookup = lookup;
    this.targets = targets;
    this.awsCli = awsCli;
  }

  /**
   * Ends the sessions of {@code profiles}, those they were made from among them: else a role
   * session could be made again without a code. Profiles may share a session; each had it then.
   */
  List<Result> logout(List<PlannedProfile> profiles) {
    List<Boolean> kept =
        profiles.stream()
            .map(profile -> keys(profile.plan()).stream().anyMatch(this::holds))
            .toList();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      results.add(end(profiles.get(i), kept.get(i)));
    }
    return results;
  }

  private Result end(PlannedProfile profile, boolean kept) {
    SessionPlan plan = profile.plan();
    keys(plan).forEach(store::remove);
    Target target = plan.target();
    return new Result(
        plan,
        kept,
        target == null ? TargetSections.Removal.NOTHING_THERE : targets.remove(target.section()),
        awsCli.remove(profile, lookup.device(plan)));
  }

  private boolean holds(SessionKey key) {
    return store.find(key).isPresent();
  }

  private List<SessionKey> keys(SessionPlan plan) {
    List<SessionKey> keys = new ArrayList<>();
    for (String id : lookup.accessKeyIds(plan)) {
      addKeys(plan, id, keys);
      addKeys(plan.ofSessionKeys(), id, keys);
    }
    return keys;
  }

  private void addKeys(SessionPlan plan, String accessKeyId, List<SessionKey> keys) {
    for (int steps = 1; steps <= plan.steps().size(); steps++) {
      keys.add(SessionKey.of(plan, accessKeyId, lookup.device(plan), steps));
    }
  }

  /** See {@link ProfileCredentials#forgetAll}. */
  List<String> forgetAll(AwsConfiguration configuration) {
    awsCli.removeAll();
    store.removeAll();
    return store.sectionsWritten(configuration.credentialsFile()).stream()
        .filter(section -> targets.remove(section) == TargetSections.Removal.TAKEN_OUT)
        .toList();
  }
}
