package dev.keyturn.domain.session.use;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.session.store.SessionStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Removes sessions from this computer. AWS cannot end them: their keys stay valid until they
 * expire.
 */
public final class Logout {

  /**
   * What a logout did to one profile.
   *
   * @param plan how its session is made
   * @param kept whether Keyturn had stored a session for it
   * @param section what happened to the target section
   * @param fromAwsCli whether the AWS CLI's cache had a session from Keyturn
   * @param related the effect on other profiles
   */
  public record Result(
      SessionPlan plan,
      boolean kept,
      TargetSections.Removal section,
      boolean fromAwsCli,
      RelatedSessions related) {

    /** Whether there was nothing to remove, and nothing was left. */
    public boolean isEmpty() {
      return !kept && section == TargetSections.Removal.NOTHING_THERE && !fromAwsCli;
    }
  }

  /**
   * The keys of the sessions of a profile.
   *
   * @param profile the profile
   * @param own the keys of its own session
   * @param origins the keys of the sessions that its own is made from
   */
  private record Keys(PlannedProfile profile, Set<SessionKey> own, Set<SessionKey> origins) {

    String name() {
      return profile.plan().profile();
    }

    boolean uses(SessionKey key) {
      return own.contains(key) || origins.contains(key);
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
   * Removes the sessions of {@code profiles}, and the sessions they were made from unless one of
   * {@code others} uses them too. Profiles may share a session: each of {@code profiles} then
   * reports it, and it is removed for the others as well.
   */
  List<Result> logout(List<PlannedProfile> profiles, List<PlannedProfile> others) {
    List<Keys> ending = profiles.stream().map(this::keys).toList();
    List<Keys> staying = others.stream().map(this::keys).toList();
    List<Boolean> kept = ending.stream().map(this::isKept).toList();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < ending.size(); i++) {
      results.add(end(ending.get(i), kept.get(i), staying));
    }
    return results;
  }

  private boolean isKept(Keys keys) {
    return keys.own().stream().anyMatch(this::holds)
        || keys.origins().stream().anyMatch(this::holds);
  }

  private Result end(Keys keys, boolean kept, List<Keys> others) {
    SessionPlan plan = keys.profile().plan();
    Target target = plan.target();
    Set<String> ended = accessKeyIds(keys, target);
    Set<SessionKey> used = new HashSet<>();
    for (SessionKey key : keys.origins()) {
      if (others.stream().anyMatch(other -> other.uses(key))) {
        used.add(key);
      } else {
        store.remove(key);
      }
    }
    List<RelatedSessions.OfRole> ofRoles = ofRoles(keys, others);
    keys.own().forEach(store::remove);
    TargetSections.Removal section =
        target == null ? TargetSections.Removal.NOTHING_THERE : targets.remove(target.section());
    boolean fromAwsCli =
        awsCli.remove(
            keys.profile(), lookup.device(plan), steps -> !isUsed(keys(plan, steps), used));
    return new Result(
        plan,
        kept,
        section,
        fromAwsCli,
        new RelatedSessions(
            sharing(keys, ended, others),
            used.stream().anyMatch(this::holds) ? ending(keys, used, others) : List.of(),
            ofRoles));
  }

  /** If Keyturn stores none, as for a sign-in, there is nothing that others could use. */
  private static boolean isUsed(Set<SessionKey> keys, Set<SessionKey> used) {
    return !keys.isEmpty() && used.containsAll(keys);
  }

  /** Removes the profile's own session, stored or written. */
  private Set<String> accessKeyIds(Keys keys, @Nullable Target target) {
    Set<String> ids = new HashSet<>();
    keys.own()
        .forEach(
            key -> store.find(key).ifPresent(found -> ids.add(found.credentials().accessKeyId())));
    if (target != null) {
      targets.written(target.section()).ifPresent(ids::add);
    }
    return ids;
  }

  /** Profiles with the same session, but not those whose section still has another one. */
  private List<RelatedSessions.Sharing> sharing(Keys keys, Set<String> ended, List<Keys> others) {
    List<RelatedSessions.Sharing> sharing = new ArrayList<>();
    for (Keys other : others) {
      if (ended.isEmpty() || other.own().stream().noneMatch(keys.own()::contains)) {
        continue;
      }
      Target target = other.profile().plan().target();
      Optional<String> written =
          target == null ? Optional.empty() : targets.written(target.section());
      if (target == null || written.isEmpty()) {
        sharing.add(new RelatedSessions.Sharing(other.name(), null));
      } else if (ended.contains(written.get())) {
        targets.remove(target.section());
        sharing.add(new RelatedSessions.Sharing(other.name(), target.section()));
      }
    }
    return sharing;
  }

  /**
   * The profiles whose logout ends the sessions of {@code used}: the profiles they belong to, else
   * all that use them.
   */
  private static List<String> ending(Keys keys, Set<SessionKey> used, List<Keys> others) {
    Set<String> owners = new LinkedHashSet<>();
    Set<String> users = new TreeSet<>(Set.of(keys.name()));
    for (Keys other : others) {
      if (used.stream().anyMatch(other.own()::contains)) {
        owners.add(other.name());
      }
      if (used.stream().anyMatch(other::uses)) {
        users.add(other.name());
      }
    }
    return owners.isEmpty() ? List.copyOf(users) : List.of(owners.iterator().next());
  }

  private List<RelatedSessions.OfRole> ofRoles(Keys keys, List<Keys> others) {
    if (keys.own().stream().noneMatch(this::holds)) {
      return List.of();
    }
    return others.stream()
        .filter(other -> other.origins().stream().anyMatch(keys.own()::contains))
        .flatMap(other -> valid(other).stream())
        .toList();
  }

  private Optional<RelatedSessions.OfRole> valid(Keys role) {
    return lookup
        .valid(role.profile().plan())
        .map(Session::credentials)
        .map(found -> new RelatedSessions.OfRole(role.name(), found.expiration()));
  }

  private boolean holds(SessionKey key) {
    return store.find(key).isPresent();
  }

  private Keys keys(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    int all = plan.steps().size();
    Set<SessionKey> origins = new LinkedHashSet<>();
    for (int steps = 1; steps < all; steps++) {
      origins.addAll(keys(plan, steps));
    }
    return new Keys(profile, keys(plan, all), origins);
  }

  /**
   * The keys of the sessions of the first {@code steps} steps, for each access key that may have
   * made them.
   */
  private Set<SessionKey> keys(SessionPlan plan, int steps) {
    SessionPlan ofSession = plan.ofSessionKeys();
    int skipped = plan.steps().size() - ofSession.steps().size();
    Set<SessionKey> keys = new LinkedHashSet<>();
    for (String id : steps == 0 ? List.<String>of() : lookup.accessKeyIds(plan)) {
      keys.add(SessionKey.of(plan, id, lookup.device(plan), steps));
      if (steps > skipped) {
        keys.add(SessionKey.of(ofSession, id, lookup.device(plan), steps - skipped));
      }
    }
    return keys;
  }

  /** See {@link ProfileCredentials#forgetKept}. */
  void forgetKept() {
    awsCli.removeAll();
    store.removeAll();
  }

  /** See {@link ProfileCredentials#forgetAll}. */
  List<String> forgetAll(AwsConfiguration configuration) {
    forgetKept();
    return store.sectionsWritten(configuration.credentialsFile()).stream()
        .filter(section -> targets.remove(section) == TargetSections.Removal.TAKEN_OUT)
        .toList();
  }
}
