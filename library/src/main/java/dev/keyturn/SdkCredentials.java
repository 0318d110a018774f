package dev.keyturn;

import dev.keyturn.domain.credential.HandedCredentials;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.Handed;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials as the SDK takes them.
 *
 * @param credentials the credentials
 * @param session the session they belong to; null when the SDK's own provider gave them
 * @param asksAhead whether a code for the next one can be had without disturbing a person
 */
record SdkCredentials(AwsCredentials credentials, @Nullable Session session, boolean asksAhead) {

  private static final String PROVIDER = "Keyturn";

  /** How soon a renewal ahead of time that failed is tried again, at most. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  static SdkCredentials of(AwsCredentials ofSdk) {
    return new SdkCredentials(ofSdk, null, false);
  }

  static SdkCredentials of(Handed handed, boolean asksAhead) {
    return handed instanceof Handed.OfSession of
        ? new SdkCredentials(session(handed.credentials()), of.session(), asksAhead)
        : of(longTerm(handed.credentials()));
  }

  private static AwsCredentials session(HandedCredentials keys) {
    return AwsSessionCredentials.builder()
        .accessKeyId(keys.accessKeyId())
        .secretAccessKey(keys.secretAccessKey().reveal(Reveal.HAND_OVER))
        .sessionToken(Objects.requireNonNull(keys.sessionToken()).reveal(Reveal.HAND_OVER))
        .expirationTime(keys.expiration())
        .accountId(keys.accountId())
        .providerName(PROVIDER)
        .build();
  }

  private static AwsCredentials longTerm(HandedCredentials keys) {
    return AwsBasicCredentials.builder()
        .accessKeyId(keys.accessKeyId())
        .secretAccessKey(keys.secretAccessKey().reveal(Reveal.HAND_OVER))
        .accountId(keys.accountId())
        .providerName(PROVIDER)
        .build();
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

  /** How much lifetime a renewal requires: more than is left, where it may ask for a code. */
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
