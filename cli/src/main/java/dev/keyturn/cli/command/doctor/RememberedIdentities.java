package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Asks AWS whose credentials these are once, for all checks that need to know, also where they ask
 * at the same time. A failure is not remembered. Thread-safe.
 */
public final class RememberedIdentities implements TokenService {

  private record Question(Endpoints endpoints, Signer signer) {}

  private final TokenService aws;
  private final ConcurrentMap<Question, FutureTask<Identity>> answers = new ConcurrentHashMap<>();

  /** Asks {@code aws}. */
  public RememberedIdentities(TokenService aws) {
    this.aws = aws;
  }

  @Override
  public Identity getCallerIdentity(Endpoints endpoints, Signer signer) {
    Question question = new Question(endpoints, signer);
    FutureTask<Identity> answer =
        answers.computeIfAbsent(
            question, _ -> new FutureTask<>(() -> aws.getCallerIdentity(endpoints, signer)));
    // Does nothing where another check asks or has asked.
    answer.run();
    try {
      return answer.get();
    } catch (ExecutionException e) {
      answers.remove(question, answer);
      throw cause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    return e.getCause() instanceof FailureException failure
        ? failure.failure().exception(failure)
        : new IllegalStateException(e.getCause());
  }

  @Override
  public void check(Endpoints endpoints) {
    aws.check(endpoints);
  }

  @Override
  public SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa) {
    return aws.getSessionToken(endpoints, signer, step, mfa);
  }

  @Override
  public AssumedRole assumeRole(
      Endpoints endpoints,
      Signer signer,
      Step.AssumeRole step,
      String sessionName,
      @Nullable Mfa mfa) {
    return aws.assumeRole(endpoints, signer, step, sessionName, mfa);
  }

  @Override
  public List<MfaDevice> listMfaDevices(Endpoints endpoints, Signer signer) {
    return aws.listMfaDevices(endpoints, signer);
  }
}
