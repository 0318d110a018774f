package dev.keyturn;

import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials as the SDK takes them.
 *
 * @param credentials the credentials
 * @param session the session they are of; null when the SDK's own provider gave them
 * @param asksAhead whether a code for the next one can be had without disturbing a person
 */
record ProfileCredentials(
    AwsCredentials credentials, @Nullable Session session, boolean asksAhead) {

  /** How soon a renewal ahead of time that failed is tried again, at most. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  static ProfileCredentials of(AwsCredentials ofSdk) {
    return new ProfileCredentials(ofSdk, null, false);
  }

  static ProfileCredentials of(Session session, boolean asksAhead) {
    SessionCredentials keys = session.credentials();
    Identity identity = session.identity();
    return new ProfileCredentials(
        AwsSessionCredentials.builder()
            .accessKeyId(keys.accessKeyId())
            .secretAccessKey(keys.secretAccessKey().reveal(Reveal.HAND_OVER))
            .sessionToken(keys.sessionToken().reveal(Reveal.HAND_OVER))
            .expirationTime(keys.expiration())
            .accountId(identity == null ? null : identity.account())
            .providerName("Keyturn")
            .build(),
        session,
        asksAhead);
  }

  /** The SDK's own providers know when theirs end, and are asked each time. */
  boolean isOver(RefreshWindow window, Instant now) {
    return session == null || window.isOver(session, now);
  }

  boolean isAccepted(Instant now) {
    return end().filter(now::isBefore).isPresent();
  }

  private Optional<Instant> end() {
    return Optional.ofNullable(session).map(it -> it.credentials().expiration());
  }

  boolean isDue(RefreshWindow window, Instant now) {
    return session != null
        && (window.isDueSilently(session, now) || (asksAhead && window.isDueAhead(session, now)));
  }

  /** How much life a renewal demands: more than there is, where a code may be asked for it. */
  Duration demanded(RefreshWindow window, Instant now) {
    return session != null && asksAhead && window.isDueAhead(session, now)
        ? session.remaining(now).plusSeconds(1)
        : Duration.ZERO;
  }

  Duration pause() {
    Duration share = session == null ? PAUSE : session.granted().dividedBy(20);
    return share.isZero() || share.compareTo(PAUSE) > 0 ? PAUSE : share;
  }
}
