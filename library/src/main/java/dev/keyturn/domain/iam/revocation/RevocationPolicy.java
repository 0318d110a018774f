package dev.keyturn.domain.iam.revocation;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.AwsClock;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.revocation.RevokedSessions.Entry;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.text.ShellCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The policy at AWS that denies everything to revoked sessions: one for each user and role, with an
 * entry for each revocation.
 */
public final class RevocationPolicy {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ProfileCredentials profiles;
  private final InlinePolicyService policies;
  private final AwsClock aws;
  private final RevocationJournal journal;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause waits
   */
  public RevocationPolicy(
      ProfileCredentials profiles,
      InlinePolicyService policies,
      AwsClock aws,
      RevocationJournal journal,
      Consumer<Duration> pause) {
    this.profiles = profiles;
    this.policies = policies;
    this.aws = aws;
    this.journal = journal;
    this.pause = pause;
  }

  /** Waits until sessions granted afterwards are not affected. */
  Instant put(UserCalls user, Scope scope) {
    Instant before = putAs(user, scope);
    journal.note(scope, before);
    while (call(user, scope, aws::now).isBefore(before)) {
      pause.accept(PAUSE);
    }
    return before;
  }

  private Instant putAs(UserCalls user, Scope scope) {
    try {
      RevokedSessions earlier = earlier(user, scope);
      return call(user, scope, caller -> put(caller, scope, earlier));
    } catch (FailureException e) {
      if (!Nature.isDenied(e.failure())) {
        throw e;
      }
      throw new AwsFailure.Refused(
              "AccessDenied",
              e.failure().message(),
              "ask an administrator to run: " + request(user, scope))
          .exception(e);
    }
  }

  /** Reads the time when the call is made: typing a code may have taken a while. */
  private Instant put(IamCaller caller, Scope scope, RevokedSessions earlier) {
    Instant before = aws.now(caller).plusSeconds(1);
    RevokedSessions all = earlier.with(new Entry(scope.sessionName(), before));
    policies.put(caller, scope.owner(), RevokedSessions.POLICY, all.document());
    return before;
  }

  /** The existing entries; not read if all sessions are to be revoked, which covers them. */
  private RevokedSessions earlier(UserCalls user, Scope scope) {
    if (scope.sessionName() == null) {
      return new RevokedSessions(List.of());
    }
    return call(user, scope, caller -> policies.find(caller, scope.owner(), RevokedSessions.POLICY))
        .map(RevokedSessions::parse)
        .orElse(new RevokedSessions(List.of()));
  }

  /**
   * Makes unexpired sessions work again.
   *
   * @return whether any were revoked
   * @throws FailureException as IAM
   */
  boolean remove(UserCalls user, Scope scope) {
    RevokedSessions left = earlier(user, scope).without(scope.sessionName());
    boolean existed =
        call(
            user,
            scope,
            caller -> {
              if (left.entries().isEmpty()) {
                return policies.delete(caller, scope.owner(), RevokedSessions.POLICY);
              }
              policies.put(caller, scope.owner(), RevokedSessions.POLICY, left.document());
              return true;
            });
    journal.forget(scope);
    return existed;
  }

  /** As {@link #remove}, without asking anybody for a code. */
  void removeQuietly(UserCalls user, Scope scope) {
    user.quietly(caller -> policies.delete(caller, scope.owner(), RevokedSessions.POLICY));
    journal.forget(scope);
  }

  /**
   * Calls as the user if that is in the account of the role, else as the role itself, whose session
   * outlives the keys it was made with.
   */
  private <T> T call(UserCalls user, Scope scope, Function<IamCaller, T> call) {
    if (!scope.isRole()) {
      return user.call(call);
    }
    try {
      if (user.user().account().equals(scope.account())) {
        return user.call(call);
      }
    } catch (FailureException e) {
      if (!Nature.isDenied(e.failure()) && !Nature.refusesCredentials(e.failure())) {
        throw e;
      }
    }
    Session role = profiles.session(user.profile(), FreshnessRequirement.VALID);
    return call.apply(new IamCaller(user.plan().endpoints(), Signer.of(role.credentials())));
  }

  /** The command with which an administrator does the same. */
  private String request(UserCalls user, Scope scope) {
    RevokedSessions all =
        new RevokedSessions(
            List.of(new Entry(scope.sessionName(), call(user, scope, aws::now).plusSeconds(1))));
    String kind = scope.isRole() ? "role" : "user";
    return ShellCommand.of(
        "aws",
        "iam",
        "put-" + kind + "-policy",
        "--" + kind + "-name",
        scope.owner().name(),
        "--policy-name",
        RevokedSessions.POLICY,
        "--policy-document",
        all.document());
  }
}
