package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.store.Session;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings that store a session in a section, as each layout's own tool writes them. */
final class SessionChanges {

  private SessionChanges() {}

  /**
   * The changes that write {@code session} to {@code section}, whose present content is {@code
   * current}.
   */
  static List<Change> of(
      SessionPlan plan, Session session, String section, AwsConfiguration current) {
    SessionCredentials credentials = session.credentials();
    String token = credentials.sessionToken().reveal(Reveal.STORE);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Set(section, "aws_access_key_id", credentials.accessKeyId()));
    changes.add(
        new Change.Set(
            section, "aws_secret_access_key", credentials.secretAccessKey().reveal(Reveal.STORE)));
    changes.add(new Change.Set(section, "aws_session_token", token));
    if (plan.layout() == Layout.LONG_TERM_SUFFIX) {
      addAwsMfa(changes, section, session, token);
    } else {
      addCorrections(changes, section, session, token, current);
    }
    if (plan.layout() == Layout.DEFAULT_SUFFIX && section.equals(plan.profile())) {
      addDevice(changes, section, session, current);
    }
    return changes;
  }

  /** aws-mfa renews whenever it finds {@code assumed_role_arn}: it is written for roles only. */
  private static void addAwsMfa(
      List<Change> changes, String section, Session session, String token) {
    String role = session.roleArn();
    changes.add(new Change.Set(section, "aws_security_token", token));
    changes.add(new Change.Set(section, "assumed_role", role == null ? "False" : "True"));
    changes.add(
        role == null
            ? new Change.Unset(section, "assumed_role_arn")
            : new Change.Set(section, "assumed_role_arn", role));
    changes.add(new Change.Set(section, "expiration", naive(session.credentials().expiration())));
  }

  /** In Python's format for a time without a zone; the time is in UTC. */
  private static String naive(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    String time = utc.toLocalTime().toString();
    return utc.toLocalDate() + " " + (utc.getSecond() == 0 ? time + ":00" : time);
  }

  /** Settings that another tool left beside the keys must not contradict them. */
  private static void addCorrections(
      List<Change> changes,
      String section,
      Session session,
      String token,
      AwsConfiguration current) {
    Optional<Section> there = current.credentials(section);
    if (there.flatMap(found -> found.setting("aws_security_token")).isPresent()) {
      changes.add(new Change.Set(section, "aws_security_token", token));
    }
    if (there.flatMap(found -> found.setting("expiration")).isPresent()) {
      changes.add(
          new Change.Set(section, "expiration", session.credentials().expiration().toString()));
    }
  }

  private static void addDevice(
      List<Change> changes, String section, Session session, AwsConfiguration current) {
    MfaDevice device = session.device();
    if (device == null) {
      return;
    }
    String noted =
        current.credentials(section).flatMap(found -> found.value("aws_arn_mfa")).orElse("");
    if (!noted.equals(device.serialNumber())) {
      changes.add(new Change.Set(section, "aws_arn_mfa", device.serialNumber()));
    }
  }
}
