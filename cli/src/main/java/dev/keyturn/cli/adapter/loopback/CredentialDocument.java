package dev.keyturn.cli.adapter.loopback;

import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;

/** A session as the two kinds of endpoint write it. Times are whole seconds with {@code Z}. */
final class CredentialDocument {

  private CredentialDocument() {}

  /**
   * As the container agents write it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">Container
   *     credential provider</a>
   */
  static Reply container(Session session) {
    return Reply.json(
        200,
        to -> {
          writeKeys(to, session.credentials());
          Identity identity = session.identity();
          if (identity != null) {
            to.writeStringProperty("AccountId", identity.account());
          }
          String role = session.roleArn();
          if (role != null) {
            to.writeStringProperty("RoleArn", role);
          }
        });
  }

  /**
   * As EC2's instance metadata service writes it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html">Security
   *     credentials</a>
   */
  static String instance(Session session) {
    return Json.object(to -> {
      to.writeStringProperty("Code", "Success");
      to.writeStringProperty("LastUpdated", lastUpdated(session));
      to.writeStringProperty("Type", "AWS-HMAC");
      writeKeys(to, session.credentials());
    });
  }

  /** When the session was made. */
  static String lastUpdated(Session session) {
    return time(session.credentials().expiration().minus(session.granted()));
  }

  private static void writeKeys(JsonGenerator to, SessionCredentials credentials) {
    to.writeStringProperty("AccessKeyId", credentials.accessKeyId());
    to.writeStringProperty(
        "SecretAccessKey", credentials.secretAccessKey().reveal(Reveal.HAND_OVER));
    to.writeStringProperty("Token", credentials.sessionToken().reveal(Reveal.HAND_OVER));
    to.writeStringProperty("Expiration", time(credentials.expiration()));
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
