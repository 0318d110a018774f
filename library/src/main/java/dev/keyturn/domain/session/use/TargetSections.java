package dev.keyturn.domain.session.use;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Target;
import dev.keyturn.domain.profile.rule.SessionTarget;
import dev.keyturn.domain.session.store.FileSession;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

  private final ProfileFiles files;
  private final SessionStore store;

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
   * What came of writing sessions.
   *
   * @param refused why some were not written: {@code ProfileFailure.ForbiddenTarget} where a
   *     section holds long-term keys now
   * @param lacking what some of the others lack in the config file
   */
  public record Written(Map<Entry, Failure> refused, Map<Entry, Lacking> lacking) {}

  /**
   * Settings of a new profile that could not be written beside its session.
   *
   * @param file the config file
   * @param why it cannot be written
   * @param section the text between the brackets
   * @param settings what is missing there
   */
  public record Lacking(String file, String why, String section, Map<String, String> settings) {}

  /**
   * Checks that a session could be written, before a code is spent on it.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.UnwritableTarget}
   */
  public void check(SessionPlan plan, Target target) {
    try {
      files.checkWritable(FileKind.CREDENTIALS);
    } catch (FailureException e) {
      throw unwritable(e, plan, target);
    }
  }

  private static FailureException unwritable(FailureException e, SessionPlan plan, Target target) {
    return e.failure() instanceof FileFailure.Unwritable file
        ? new FileFailure.UnwritableTarget(
                plan.profile(), target.section(), file.file(), file.why())
            .exception(e)
        : e;
  }

  /**
   * Writes sessions, each file at once. Writes nothing where a section holds its session already. A
   * config file that cannot be written, as one that another tool generates, does not matter.
   *
   * @throws dev.keyturn.domain.failure.FailureException what {@link ProfileFiles#edit} throws; then
   *     none was written
   */
  public Written write(List<Entry> entries) {
    AwsConfiguration before = files.read();
    Map<Entry, Failure> refused = new HashMap<>();
    try {
      files.edit(FileKind.CREDENTIALS, current -> inCredentials(entries, current, refused));
    } catch (FailureException e) {
      throw unwritable(e, entries.get(0).plan(), entries.get(0).target());
    }
    List<Entry> written = entries.stream().filter(entry -> !refused.containsKey(entry)).toList();
    // Before anything else can fail: what is not noted counts as another tool's and is never
    // removed.
    for (Entry entry : written) {
      store.noteWritten(
          before.credentialsFile(),
          entry.target().section(),
          entry.session(),
          entry.plan().policies().names());
    }
    List<Entry> derived = written.stream().filter(entry -> entry.target().derived()).toList();
    return new Written(refused, writeBeside(derived));
  }

  private Map<Entry, Lacking> writeBeside(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    try {
      files.edit(
          FileKind.CONFIG,
          current -> entries.stream().flatMap(it -> noted(it, current).stream()).toList());
      return Map.of();
    } catch (FailureException e) {
      if (e.failure() instanceof FileFailure.Unwritable file) {
        return lacking(entries, file);
      }
      throw e;
    }
  }

  private Map<Entry, Lacking> lacking(List<Entry> entries, FileFailure.Unwritable file) {
    AwsConfiguration current = files.read();
    Map<Entry, Lacking> lacking = new HashMap<>();
    for (Entry entry : entries) {
      Map<String, String> settings = missing(entry.target(), current);
      if (!settings.isEmpty()) {
        String section = inConfig(entry.target().section());
        store.forgetWritten(current.configFile(), section);
        lacking.put(entry, new Lacking(file.file(), file.why(), section, settings));
      }
    }
    return lacking;
  }

  private static List<Change> inCredentials(
      List<Entry> entries, AwsConfiguration current, Map<Entry, Failure> refused) {
    List<Change> changes = new ArrayList<>();
    for (Entry entry : entries) {
      String section = entry.target().section();
      try {
        SessionTarget.check(current, entry.plan().profile(), section);
        changes.addAll(SessionChanges.of(entry.plan(), entry.session(), section, current));
      } catch (FailureException e) {
        refused.put(entry, e.failure());
      }
    }
    return changes;
  }

  /** A profile that the user wrote is not to be removed with the session. */
  private List<Change> noted(Entry entry, AwsConfiguration current) {
    String section = inConfig(entry.target().section());
    List<Change> changes = new ArrayList<>();
    missing(entry.target(), current)
        .forEach((name, value) -> changes.add(new Change.Set(section, name, value)));
    if (!changes.isEmpty()) {
      store.noteWritten(current.configFile(), section, entry.session(), List.of());
    }
    return changes;
  }

  private static String inConfig(String section) {
    return "profile " + section;
  }

  /** Those of its settings that the profile does not have yet. */
  private static Map<String, String> missing(Target target, AwsConfiguration current) {
    Map<String, String> missing = new LinkedHashMap<>(target.settings());
    current
        .profile(target.section())
        .ifPresent(there -> missing.keySet().removeAll(there.settings().keySet()));
    return missing;
  }

  /** What became of a section. */
  public enum Removal {
    /** The session was taken out. */
    TAKEN_OUT,
    /** It has a session that another program wrote. */
    OF_ANOTHER_PROGRAM,
    /** It has no session. */
    NOTHING_THERE
  }

  /** The access key of the session in a section, if Keyturn wrote what is there now. */
  Optional<String> written(String section) {
    return written(files.read(), section);
  }

  private Optional<String> written(AwsConfiguration now, String section) {
    return store
        .written(now.credentialsFile(), section)
        .map(SessionStore.Written::accessKeyId)
        .filter(written -> accessKeyId(now, section).filter(written::equals).isPresent());
  }

  /** Takes a session out of a section, if Keyturn wrote what is there now. */
  public Removal remove(String section) {
    AwsConfiguration now = files.read();
    Optional<FileSession> found = now.credentials(section).flatMap(FileSession::in);
    Optional<String> written = written(now, section);
    boolean ours = written.isPresent();
    if (written.isPresent()) {
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

  /** Only a section with nothing in it but what Keyturn puts there. */
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
