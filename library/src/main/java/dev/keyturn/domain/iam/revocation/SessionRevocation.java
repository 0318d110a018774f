package dev.keyturn.domain.iam.revocation;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.RoleSessionName;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ends sessions at AWS that were granted before now: all sessions of a user, or those of one person
 * or of everyone for a role. AWS has no call for it; an inline policy denies them everything
 * instead.
 */
public final class SessionRevocation {

  /**
   * What was done.
   *
   * @param scope whose sessions ended
   * @param before those that were granted before this
   * @param proof whether it was shown that they no longer work
   * @param deactivated the access keys that were made inactive
   * @param active the access keys that still work; empty where policies do not allow listing them
   */
  public record Revoked(
      Scope scope,
      Instant before,
      RevocationProof.Result proof,
      List<String> deactivated,
      List<String> active) {}

  private final ProfileCredentials profiles;
  private final RevocationPolicy policy;
  private final AccessKeyService keys;
  private final RevocationProof proof;
  private final RevocationJournal journal;
  private final InstantSource clock;

  public SessionRevocation(
      ProfileCredentials profiles,
      RevocationPolicy policy,
      AccessKeyService keys,
      RevocationProof proof,
      RevocationJournal journal,
      InstantSource clock) {
    this.profiles = profiles;
    this.policy = policy;
    this.keys = keys;
    this.proof = proof;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * The scope of the user's profile: the role it assumes last, else the user.
   *
   * @param everyone whether to include the sessions of everyone who assumes the role
   */
  public Scope scope(UserCalls user, boolean everyone) {
    SessionPlan plan = user.profile().plan();
    String role = plan.roleArn();
    if (role == null) {
      PolicyOwner owner = new PolicyOwner.User(user.userName());
      return new Scope(owner, user.user().account(), null);
    }
    PolicyOwner owner = new PolicyOwner.Role(Arn.lastName(role));
    return new Scope(owner, Arn.account(role), everyone ? null : sessionName(user));
  }

  private String sessionName(UserCalls user) {
    List<Step> steps = user.profile().plan().steps();
    String given =
        steps.get(steps.size() - 1) instanceof Step.AssumeRole role
            ? role.parameters().sessionName()
            : null;
    return given != null ? given : kept(user).orElseGet(() -> RoleSessionName.of(user.user()));
  }

  /** The session name in the stored role session, which is known without using a key. */
  private Optional<String> kept(UserCalls user) {
    return profiles
        .kept(user.profile(), FreshnessRequirement.VALID)
        .flatMap(session -> Optional.ofNullable(session.identity()))
        .map(RoleSessionName::of);
  }

  /**
   * One profile for each role that the user assumes according to the files: revoking the user's own
   * sessions does not end those of roles.
   */
  public List<String> profilesOfRoles(UserCalls user) {
    Map<String, String> byRole = new LinkedHashMap<>();
    for (PlannedProfile other : user.profilesWith(user.longTermKeys().accessKeyId())) {
      String role = other.plan().roleArn();
      if (role != null) {
        byRole.putIfAbsent(role, other.name());
      }
    }
    return List.copyOf(byRole.values());
  }

  /** The user's active access keys; empty where policies do not allow listing them. */
  public List<String> activeKeys(UserCalls user) {
    try {
      return active(user.quietly(keys::list));
    } catch (FailureException e) {
      if (Nature.isDenied(e.failure()) || Nature.refusesCredentials(e.failure())) {
        return List.of();
      }
      throw e;
    }
  }

  private static List<String> active(List<UserKey> keys) {
    return keys.stream().filter(UserKey::isActive).map(UserKey::id).toList();
  }

  /**
   * Ends the sessions.
   *
   * @param withKeys whether to make the user's access keys inactive, too
   * @throws FailureException as IAM: denied if an administrator has to do it
   */
  public Revoked revoke(UserCalls user, Scope scope, boolean withKeys) {
    Optional<IamCaller> old = proof.usable(user, scope);
    List<String> active = withKeys ? active(user.call(keys::list)) : activeKeys(user);
    // The session that signs the calls is revoked too.
    boolean keysFirst = withKeys && user.kept().isPresent();
    if (keysFirst) {
      deactivate(user, active);
    }
    Instant before = policy.put(user, scope);
    if (withKeys && !keysFirst) {
      deactivate(user, active);
    }
    Optional<IamCaller> ended = old.or(() -> proof.kept(user, scope));
    // Done first, since the proof can fail and revoked sessions must not be handed out.
    forget(user, scope);
    RevocationProof.Result shown = proof.show(ended);
    return new Revoked(
        scope, before, shown, withKeys ? active : List.of(), withKeys ? List.of() : active);
  }

  /** The key in use is deactivated last, because it may sign the calls for the others. */
  private void deactivate(UserCalls user, List<String> active) {
    String own = user.longTermKeys().accessKeyId();
    active.stream().filter(id -> !id.equals(own)).forEach(id -> deactivate(user, id));
    active.stream().filter(own::equals).forEach(id -> deactivate(user, id));
  }

  private void deactivate(UserCalls user, String accessKeyId) {
    user.call(caller -> {
      keys.deactivate(caller, accessKeyId);
      return accessKeyId;
    });
  }

  private void forget(UserCalls user, Scope scope) {
    List<PlannedProfile> all = user.profilesWith(user.longTermKeys().accessKeyId());
    String role = scope.isRole() ? user.plan().roleArn() : null;
    Predicate<PlannedProfile> has = it -> Objects.equals(it.plan().roleArn(), role);
    List<PlannedProfile> ended = all.stream().filter(has).toList();
    if (role == null) {
      profiles.logout(ended, List.of());
      return;
    }
    // The session of the user is kept: other roles may be assumed from it.
    List<PlannedProfile> others = all.stream().filter(has.negate()).toList();
    profiles.logout(Stream.concat(Stream.of(user.profile()), ended.stream()).toList(), others);
  }

  /**
   * Makes unexpired sessions work again.
   *
   * @return whether any were revoked
   * @throws FailureException as IAM
   */
  public boolean undo(UserCalls user, Scope scope) {
    return policy.remove(user, scope);
  }

  /**
   * Removes the policy of a user's revocation once it is older than any session can be. This
   * happens as a side task, and is postponed if it would need a person.
   *
   * @return whether a policy was removed
   */
  public boolean removeIfOver(UserCalls user) {
    Instant now = clock.instant();
    Scope scope = new Scope(new PolicyOwner.User(user.userName()), user.user().account(), null);
    boolean isOver =
        journal
            .last(scope)
            .filter(before -> before.plus(RevokedSessions.LONGEST_SESSION).isBefore(now))
            .isPresent();
    if (!isOver) {
      return false;
    }
    try {
      policy.removeQuietly(user, scope);
      return true;
    } catch (FailureException e) {
      return false;
    }
  }
}
