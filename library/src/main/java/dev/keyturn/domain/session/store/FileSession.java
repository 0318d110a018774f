package dev.keyturn.domain.session.store;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Session keys that are in a section of the credentials file, whichever tool wrote them.
 *
 * @param accessKeyId the temporary access key id
 * @param secretAccessKey the secret access key
 * @param sessionToken the session token
 * @param expiration their expiration according to the section; null if it has none
 * @param roleArn the role they act as, as written by aws-mfa; null if missing
 */
public record FileSession(
    String accessKeyId,
    Secret secretAccessKey,
    Secret sessionToken,
    @Nullable Instant expiration,
    @Nullable String roleArn) {

  /**
   * The keys in which tools store the expiration of a session: aws-mfa, saml2aws, yawsso and
   * others.
   */
  private static final List<String> EXPIRATIONS =
      List.of(
          "expiration",
          "x_security_token_expires",
          "aws_session_expiration",
          "aws_credential_expiration",
          "expires");

  /** The session keys in {@code section}, if it has all three. */
  public static Optional<FileSession> in(Section section) {
    String id = given(section, "aws_access_key_id");
    String secret = given(section, "aws_secret_access_key");
    String token = given(section, "aws_session_token");
    if (id.isEmpty() || secret.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FileSession(
            id,
            Secret.of(secret),
            Secret.of(token),
            expiration(section),
            section.value("assumed_role_arn").orElse(null)));
  }

  private static String given(Section section, String name) {
    Optional<Setting> setting = section.given(name);
    return setting.isPresent() ? setting.get().value() : "";
  }

  private static @Nullable Instant expiration(Section section) {
    for (String name : EXPIRATIONS) {
      Optional<Instant> end = section.value(name).flatMap(Rfc3339::parse);
      if (end.isPresent()) {
        return end.get();
      }
    }
    return null;
  }

  /** As credentials, if their expiration is known. */
  public Optional<SessionCredentials> credentials() {
    return Optional.ofNullable(expiration)
        .map(end -> new SessionCredentials(accessKeyId, secretAccessKey, sessionToken, end));
  }
}
