package dev.keyturn.domain.session.use;

import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.profile.rule.SessionTarget;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionStore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes sessions to the section that a plan's layout names, exactly as that layout's own tool
 * would, and takes them out again. Thread-safe as its ports are.
 */
public final class TargetSections {

  /** What a session leaves in a section; the last four are aws-mfa's. */
  private static final List<String> SESSION_KEYS =
      List.of(
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
          "aws_security_token",
          "assumed_role",
          "assumed_role_arn",
          "expiration");

  /** What makes a profile usable beside its credentials. */
  private static final List<String> BESIDE =
      ProfileSetting.ofNewProfiles().stream().map(ProfileSetting::label).toList();

  private static final DateTimeFormatter NAIVE_UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ProfileFiles files;
  private final SessionStore store;

  /** Built on its ports. */
  public TargetSections(ProfileFiles files, SessionStore store) {
    this.files = files;
    this.store = store;
  }

  /**
   * A session and its place.
   *
   * @param plan how the session was made
   * @param target where it goes
   * @param session the session
   */
  public record Entry(SessionPlan plan, Target target, Session session) {}

  /**
   * Writes sessions, each file at once. Writes nothing where a section holds its session already.
   *
   * @return why some were not written: {@code ProfileFailure.ForbiddenTarget} where a section holds
   *     long-term keys now
   * @throws dev.keyturn.domain.failure.FailureException what {@link ProfileFiles#edit} throws; then
   *     none was written
   */
  public Map<Entry, Failure> write(List<Entry> entries) {
    AwsConfiguration before = files.read();
    Map<Entry, Failure> refused = new HashMap<>();
    files.edit(FileKind.CREDENTIALS, current -> inCredentials(entries, current, refused));
    List<Entry> written = entries.stream().filter(entry -> !refused.containsKey(entry)).toList();
    // Before anything else can fail: what is not noted counts as another tool's and is never
    // removed.
    for (Entry entry : written) {
      store.noteWritten(before.credentialsFile(), entry.target().section(), entry.session());
    }
    List<Entry> derived = written.stream().filter(entry -> entry.target().derived()).toList();
    if (!derived.isEmpty()) {
      files.edit(
          FileKind.CONFIG,
          current -> derived.stream().flatMap(it -> noted(it, current).stream()).toList());
    }
    return refused;
  }

  private static List<Change> inCredentials(
      List<Entry> entries, AwsConfiguration current, Map<Entry, Failure> refused) {
    List<Change> changes = new ArrayList<>();
    for (Entry entry : entries) {
      String section = entry.target().section();
      try {
        SessionTarget.check(current, entry.plan().profile(), section);
        changes.addAll(changes(entry.plan(), entry.session(), section, current));
      } catch (FailureException e) {
        refused.put(entry, e.failure());
      }
    }
    return changes;
  }

  private static List<Change> changes(
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

  /** aws-mfa renews whenever it finds {@code assumed_role_arn}: it stands there for roles only. */
  private static void addAwsMfa(
      List<Change> changes, String section, Session session, String token) {
    String role = session.roleArn();
    changes.add(new Change.Set(section, "aws_security_token", token));
    changes.add(new Change.Set(section, "assumed_role", role == null ? "False" : "True"));
    changes.add(
        role == null
            ? new Change.Unset(section, "assumed_role_arn")
            : new Change.Set(section, "assumed_role_arn", role));
    changes.add(
        new Change.Set(
            section, "expiration", NAIVE_UTC.format(session.credentials().expiration())));
  }

  /** What another tool once left beside the keys must not contradict them. */
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

  /** A profile that the user wrote is not to be removed with the session. */
  private List<Change> noted(Entry entry, AwsConfiguration current) {
    List<Change> changes = beside(entry.target(), current);
    if (!changes.isEmpty()) {
      String section = inConfig(entry.target().section());
      store.noteWritten(current.configFile(), section, entry.session());
    }
    return changes;
  }

  private static String inConfig(String section) {
    return "profile " + section;
  }

  private static List<Change> beside(Target target, AwsConfiguration current) {
    List<Change> changes = new ArrayList<>();
    Optional<Section> there = current.profile(target.section());
    target
        .settings()
        .forEach((name, value) -> {
          if (there.flatMap(found -> found.setting(name)).isEmpty()) {
            changes.add(new Change.Set(inConfig(target.section()), name, value));
          }
        });
    return changes;
  }

  /** What became of a section. */
  public enum Removal {
    /** The session was taken out. */
    TAKEN_OUT,
    /** It holds a session that another program wrote. */
    OF_ANOTHER_PROGRAM,
    /** It holds no session. */
    NOTHING_THERE
  }

  /** Takes a session out of a section, if Keyturn wrote what is there now. */
  public Removal remove(String section) {
    AwsConfiguration now = files.read();
    Optional<FileSession> found = now.credentials(section).flatMap(FileSession::in);
    Optional<String> written =
        store.written(now.credentialsFile(), section).map(SessionStore.Written::accessKeyId);
    boolean ours = written.isPresent() && written.equals(accessKeyId(now, section));
    if (ours) {
      files.edit(FileKind.CREDENTIALS, current -> removal(current, section, written.get()));
      if (store.written(now.configFile(), inConfig(section)).isPresent()) {
        files.edit(FileKind.CONFIG, current -> removalBeside(current, section));
      }
    }
    store.forgetWritten(now.credentialsFile(), section);
    store.forgetWritten(now.configFile(), inConfig(section));
    if (ours) {
      return Removal.TAKEN_OUT;
    }
    return found.isPresent() ? Removal.OF_ANOTHER_PROGRAM : Removal.NOTHING_THERE;
  }

  private static Optional<String> accessKeyId(AwsConfiguration configuration, String section) {
    return configuration.credentials(section).flatMap(found -> found.value("aws_access_key_id"));
  }

  private static List<Change> removal(AwsConfiguration current, String section, String written) {
    if (!accessKeyId(current, section).equals(Optional.of(written))) {
      return List.of();
    }
    boolean nothingElse =
        current.credentials(section).orElseThrow().settings().keySet().stream()
            .allMatch(SESSION_KEYS::contains);
    if (nothingElse) {
      return List.of(new Change.RemoveSection(section));
    }
    List<Change> changes = new ArrayList<>();
    for (String key : SESSION_KEYS) {
      changes.add(new Change.Unset(section, key));
    }
    return changes;
  }

  /** Only a section that holds nothing but what Keyturn puts there. */
  private static List<Change> removalBeside(AwsConfiguration current, String section) {
    boolean ours =
        current.profile(section).map(found -> BESIDE.containsAll(settings(found))).orElse(false);
    return ours ? List.of(new Change.RemoveSection(inConfig(section))) : List.of();
  }

  private static List<String> settings(Section section) {
    return section.settings().values().stream()
        .filter(setting -> setting.origin().kind() == FileKind.CONFIG)
        .map(setting -> setting.name())
        .toList();
  }
}
