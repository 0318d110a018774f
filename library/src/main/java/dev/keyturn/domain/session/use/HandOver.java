package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a profile for a program to use: its session, made if need be, or the long-term
 * keys of a user who has no MFA device. Thread-safe as its ports are.
 */
public final class HandOver {

  private final SessionLookup lookup;
  private final Supplier<SessionMaker> sessions;
  private final Consumer<String> notes;

  /**
   * Built on services.
   *
   * @param lookup finds what is there
   * @param sessions makes what is not; asked for only then
   * @param notes takes what the user should know
   */
  public HandOver(SessionLookup lookup, Supplier<SessionMaker> sessions, Consumer<String> notes) {
    this.lookup = lookup;
    this.sessions = sessions;
    this.notes = notes;
  }

  /** What is there and satisfies {@code demand}: no network, no code. */
  public Optional<HandedCredentials> kept(
      SessionPlan plan, AwsConfiguration configuration, FreshnessRequirement demand) {
    return lookup.find(plan, configuration, demand).map(HandOver::handed);
  }

  /**
   * The credentials of {@code plan}'s profile.
   *
   * @param requireMfa whether to refuse long-term keys
   * @throws dev.keyturn.domain.failure.FailureException as a login does; {@code
   *     ProfileFailure.NoDevice} for a user without MFA when that is refused
   */
  public HandedCredentials obtain(
      SessionPlan plan,
      AwsConfiguration configuration,
      FreshnessRequirement demand,
      boolean requireMfa) {
    Optional<HandedCredentials> kept = kept(plan, configuration, demand);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      return handed(sessions.get().obtain(plan, demand).session());
    } catch (FailureException e) {
      if (requireMfa || !isWithoutMfa(e.failure()) || plan.roleArn() != null) {
        throw e;
      }
      return longTerm(plan, plan.longTermKey().orElseThrow(() -> e));
    }
  }

  /** IAM was asked and named no device of any kind. */
  private static boolean isWithoutMfa(Failure failure) {
    return failure instanceof ProfileFailure.NoDevice none && !none.passkeyOnly();
  }

  private HandedCredentials longTerm(SessionPlan plan, AccessKey key) {
    notes.accept(
        "profile '" + plan.profile() + "' has no MFA device: its long-term keys are handed over");
    return HandedCredentials.of(key, account(lookup.owner(plan)));
  }

  private static HandedCredentials handed(Session session) {
    return HandedCredentials.of(session.credentials(), account(session.identity()));
  }

  private static @Nullable String account(@Nullable Identity identity) {
    return identity == null ? null : identity.account();
  }
}
