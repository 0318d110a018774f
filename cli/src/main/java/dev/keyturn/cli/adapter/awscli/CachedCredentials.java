package dev.keyturn.cli.adapter.awscli;

import dev.keyturn.domain.credential.CredentialText;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.Rfc3339;
import java.util.Map;
import java.util.Optional;

/** Credentials in the files of the AWS CLI, by the names of their members. */
final class CachedCredentials {

  private CachedCredentials() {}

  /** As STS names them. */
  static Optional<SessionCredentials> ofAssumeRole(Map<String, String> texts) {
    return of(texts, "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration");
  }

  /** As {@code aws login} names them. */
  static Optional<SessionCredentials> ofLogin(Map<String, String> texts) {
    return of(texts, "accessKeyId", "secretAccessKey", "sessionToken", "expiresAt");
  }

  private static Optional<SessionCredentials> of(
      Map<String, String> texts, String idName, String secretName, String tokenName, String end) {
    String id = texts.getOrDefault(idName, "");
    String secret = texts.getOrDefault(secretName, "");
    String token = texts.getOrDefault(tokenName, "");
    boolean credentials =
        CredentialText.isAccessKeyId(id)
            && CredentialText.isSecret(secret)
            && CredentialText.isSecret(token);
    return !credentials
        ? Optional.empty()
        : Rfc3339.parse(texts.getOrDefault(end, "").replaceFirst("UTC$", "Z"))
            .map(time -> new SessionCredentials(id, Secret.of(secret), Secret.of(token), time));
  }
}
