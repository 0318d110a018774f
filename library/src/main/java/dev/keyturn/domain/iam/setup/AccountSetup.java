package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.InlinePolicyService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Performs the steps of a plan. Each can be interrupted; completed steps are not changes in the
 * next plan.
 */
public final class AccountSetup {

  /** A policy can name a user or role only once it has reached all servers of IAM. */
  private static final int TRIES = 20;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * A key that was created.
   *
   * @param user its user
   * @param accessKeyId its id
   * @param file where the person finds it
   */
  public record CreatedKey(String user, String accessKeyId, String file) {}

  /**
   * The progress of a plan.
   *
   * @param done the completed steps that changed something
   * @param keys the keys that were created
   * @param failure what stopped it; null if everything is done
   */
  public record Applied(List<Step> done, List<CreatedKey> keys, @Nullable Failure failure) {}

  private final AccountService accounts;
  private final InlinePolicyService policies;
  private final BucketPolicyService buckets;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause waits
   */
  public AccountSetup(
      AccountService accounts,
      InlinePolicyService policies,
      BucketPolicyService buckets,
      Consumer<Duration> pause) {
    this.accounts = accounts;
    this.policies = policies;
    this.buckets = buckets;
    this.pause = pause;
  }

  /**
   * Performs the steps that the account lacks, until one fails: as IAM, or with {@code
   * FileFailure.Unwritable} when a key cannot be handed over. In that case no key is left that
   * nobody knows.
   *
   * @param handover takes the keys that are created
   * @throws FailureException {@code FileFailure.Unwritable}, before anything is done
   */
  public Applied apply(Administrator administrator, List<Step> steps, KeyHandover handover) {
    List<Step> changes = steps.stream().filter(Step::isChange).toList();
    for (Step step : changes) {
      if (step instanceof Step.Key key) {
        handover.check(key.user());
      }
    }
    List<Step> done = new ArrayList<>();
    List<CreatedKey> keys = new ArrayList<>();
    for (Step step : changes) {
      try {
        if (step instanceof Step.Key key) {
          keys.add(create(administrator.iam(), key.user(), handover));
        } else {
          apply(administrator, step);
        }
      } catch (FailureException e) {
        return new Applied(List.copyOf(done), List.copyOf(keys), e.failure());
      }
      done.add(step);
    }
    return new Applied(List.copyOf(done), List.copyOf(keys), null);
  }

  private void apply(Administrator administrator, Step step) {
    IamCaller caller = administrator.iam();
    if (step instanceof Step.User user) {
      unlessItExists(() -> accounts.createUser(caller, user.name(), user.path()));
    } else if (step instanceof Step.InlinePolicy policy) {
      policies.put(caller, policy.owner(), policy.policy(), policy.document());
    } else if (step instanceof Step.Role role) {
      oncePrincipalsAreKnown(() -> apply(caller, role));
    } else if (step instanceof Step.BucketPolicy policy) {
      oncePrincipalsAreKnown(
          () -> buckets.put(administrator.s3(), policy.bucket(), policy.document()));
    }
  }

  private void apply(IamCaller caller, Step.Role role) {
    if (role.before() == null) {
      unlessItExists(() -> accounts.createRole(caller, role.name(), role.path(), role.trust()));
    } else {
      accounts.changeTrust(caller, role.name(), role.trust());
    }
  }

  /** An answer may have been lost, and the call performed. */
  private static void unlessItExists(Runnable create) {
    try {
      create.run();
    } catch (FailureException e) {
      if (!Nature.saysItExists(e.failure())) {
        throw e;
      }
    }
  }

  private void oncePrincipalsAreKnown(Runnable call) {
    for (int attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (FailureException e) {
        if (attempt == TRIES || !Nature.saysPrincipalIsUnknown(e.failure())) {
          throw e;
        }
        pause.accept(PAUSE);
      }
    }
  }

  private CreatedKey create(IamCaller caller, String user, KeyHandover handover) {
    new LostKeys(accounts, handover).delete(caller, user);
    handover.begin(user);
    AccessKey key = accounts.createKey(caller, user);
    try {
      return new CreatedKey(user, key.id(), handover.handOver(user, key));
    } catch (FailureException e) {
      accounts.deleteKey(caller, user, key.id());
      throw e;
    }
  }
}
