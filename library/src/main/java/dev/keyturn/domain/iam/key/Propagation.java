package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.failure.RefusedKeyCause;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Waits until a new access key works everywhere it is used. IAM propagates a change to its servers
 * within seconds, one after the other: a server may know the key before the next one does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency">Changes
 *     that I make are not always immediately visible</a>
 */
public final class Propagation {

  /** How many times in a row every endpoint must accept the key. */
  private static final int ROUNDS = 3;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final TokenService tokens;
  private final AccessKeyService keys;
  private final InstantSource clock;
  private final Consumer<Duration> pause;

  /**
   * Takes its collaborators.
   *
   * @param pause waits
   */
  public Propagation(
      TokenService tokens, AccessKeyService keys, InstantSource clock, Consumer<Duration> pause) {
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Returns once the key of {@code signer} works at each of {@code endpoints}, for STS and IAM.
   *
   * @param waiting is notified how long it has taken so far
   * @throws FailureException {@code AwsFailure.RefusedKey} if AWS still does not know it after some
   *     minutes, and as a call to AWS for failures that waiting does not solve
   */
  void await(Signer signer, Collection<Endpoints> endpoints, Consumer<Duration> waiting) {
    Instant begun = clock.instant();
    for (int known = 0; known < ROUNDS; ) {
      known = endpoints.stream().allMatch(each -> knows(each, signer)) ? known + 1 : 0;
      if (known < ROUNDS) {
        Duration since = Duration.between(begun, clock.instant());
        if (since.compareTo(LONGEST) > 0) {
          throw unknown(signer.accessKeyId()).exception();
        }
        waiting.accept(since);
        pause.accept(PAUSE);
      }
    }
  }

  private boolean knows(Endpoints endpoints, Signer signer) {
    return isKnown(() -> tokens.getCallerIdentity(endpoints, signer))
        && isKnown(() -> keys.list(new IamCaller(endpoints, signer)));
  }

  /** A service that denies the action knows the key. */
  private static boolean isKnown(Runnable call) {
    try {
      call.run();
      return true;
    } catch (FailureException e) {
      if (Nature.isDenied(e.failure())) {
        return true;
      }
      if (Nature.refusesCredentials(e.failure()) || Nature.tries(e.failure()) > 1) {
        return false;
      }
      throw e;
    }
  }

  private static AwsFailure unknown(String id) {
    return new AwsFailure.RefusedKey(
        id,
        "InvalidClientTokenId",
        "AWS does not know the new access key " + id + " yet",
        RefusedKeyCause.NEW);
  }
}
