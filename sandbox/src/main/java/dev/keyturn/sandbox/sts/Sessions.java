package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants sessions: makes their credentials, records them, and returns them to the client. */
final class Sessions {

  /** All that a session has besides its identity. */
  record Terms(
      Issuer issuer,
      int seconds,
      boolean mfa,
      boolean chained,
      List<Policy> policies,
      @Nullable String sourceIdentity,
      List<Tag> tags,
      List<String> transitiveTagKeys) {

    static Terms plain(Issuer issuer, int seconds, boolean mfa) {
      return new Terms(issuer, seconds, mfa, false, List.of(), null, List.of(), List.of());
    }
  }

  private final Callers callers;

  Sessions(Callers callers) {
    this.callers = callers;
  }

  /** The member {@code Credentials} of an answer. */
  Structure grant(Call call, Identity identity, Terms terms) {
    Identifiers identifiers = call.state().identifiers();
    Instant issued = call.now().truncatedTo(ChronoUnit.SECONDS);
    Duration life = call.state().settings().sessionLife();
    Temporary credential =
        new Temporary(
            identifiers.temporaryAccessKeyId(),
            identifiers.secretAccessKey(),
            identifiers.sessionToken(),
            terms.issuer(),
            issued,
            issued.plus(life == null ? Duration.ofSeconds(terms.seconds()) : life),
            terms.mfa() ? issued : null,
            terms.chained(),
            terms.policies(),
            terms.sourceIdentity(),
            terms.tags(),
            terms.transitiveTagKeys());
    callers.issue(identity, credential);
    return Structure.empty()
        .with("AccessKeyId", credential.accessKeyId())
        .with("SecretAccessKey", credential.secretAccessKey())
        .with("SessionToken", credential.sessionToken())
        .with("Expiration", credential.expiration());
  }
}
