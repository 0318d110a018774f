package dev.keyturn.domain.session;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An STS that grants everything except configured refusals, and records the requests. */
public final class FakeSts implements TokenService {

  public static final Identity ALICE =
      new Identity("123456789012", "arn:aws:iam::123456789012:user/alice", "AIDAEXAMPLE");

  public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  public final List<MfaDevice> devices = new ArrayList<>();
  public int lists;

  /** Why the devices cannot be listed; null where they can. */
  @Nullable public Failure listing;

  /** Why no call can be tried; null where one can. */
  @Nullable public Failure unusable;

  public final Deque<Failure> refusals = new ArrayDeque<>();

  private final InstantSource clock;
  private final AtomicInteger granted = new AtomicInteger();
  private @Nullable Duration life;

  public FakeSts(InstantSource clock) {
    this.clock = clock;
  }

  /** From now on every session lives for this long, whatever is asked. */
  public void grantsFor(Duration lifetime) {
    life = lifetime;
  }

  @Override
  public void check(Endpoints endpoints) {
    if (unusable != null) {
      throw unusable.exception();
    }
  }

  @Override
  public SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa) {
    asked("GetSessionToken" + code(mfa));
    return credentials(step);
  }

  @Override
  public AssumedRole assumeRole(
      Endpoints endpoints,
      Signer signer,
      Step.AssumeRole step,
      String sessionName,
      @Nullable Mfa mfa) {
    String role = step.roleArn().substring(step.roleArn().lastIndexOf('/') + 1);
    asked("AssumeRole " + role + code(mfa));
    String arn = "arn:aws:sts::123456789012:assumed-role/" + role + "/" + sessionName;
    return new AssumedRole(credentials(step), new Identity("123456789012", arn, "AROAEXAMPLE"));
  }

  @Override
  public Identity getCallerIdentity(Endpoints endpoints, Signer signer) {
    return ALICE;
  }

  @Override
  public List<MfaDevice> listMfaDevices(Endpoints endpoints, Signer signer) {
    lists++;
    if (listing != null) {
      throw listing.exception();
    }
    return List.copyOf(devices);
  }

  private static String code(@Nullable Mfa mfa) {
    return mfa == null ? "" : " " + mfa.code().digits();
  }

  private void asked(String call) {
    calls.add(call);
    Failure refusal;
    synchronized (refusals) {
      refusal = refusals.poll();
    }
    if (refusal != null) {
      throw refusal.exception();
    }
  }

  private SessionCredentials credentials(Step step) {
    Instant end = clock.instant().plus(life == null ? step.duration() : life);
    return new SessionCredentials(
        "ASIA%012dGRANT".formatted(granted.incrementAndGet()),
        Secret.of("secret"),
        Secret.of("token"),
        end);
  }
}
