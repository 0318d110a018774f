package dev.keyturn.domain.store.move;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.CredentialProcess;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a section that name the place of its long-term key. For a store, they are settings
 * in the config file that other tools ignore, and a {@code credential_process} for these tools.
 */
public final class KeyLines {

  private static final String STORE = ProfileSetting.KEYTURN_STORE.label();
  private static final String STORED_ID = ProfileSetting.KEYTURN_ACCESS_KEY_ID.label();
  private static final String PROCESS = ProfileSetting.CREDENTIAL_PROCESS.label();
  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";
  private static final Set<String> KEY = Set.of(ID, SECRET);

  private KeyLines() {}

  /**
   * The lines of the config file for a key in a store.
   *
   * @param section the section of the key
   * @param process the {@code credential_process} line for AWS tools
   */
  public static List<Change> naming(
      AwsConfiguration files, String section, StorePlace place, String id, String process) {
    String inConfig = inConfig(section);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Set(inConfig, STORE, place.text()));
    changes.add(new Change.Set(inConfig, STORED_ID, id));
    if (files.profile(section).flatMap(it -> it.filled(PROCESS)).isEmpty()) {
      changes.add(new Change.Set(inConfig, PROCESS, process));
    }
    return changes;
  }

  /** Whether {@code section} has a key or names its place. */
  static boolean haveKey(Section section) {
    return section.filled(ID).isPresent() || section.filled(STORE).isPresent();
  }

  /** Whether {@code section} names a store for its key. */
  static boolean nameStore(Section section) {
    return section.filled(STORE).isPresent();
  }

  /** The place that {@code section} names for its key, if that is the key with this id. */
  static Optional<StorePlace> placeOf(Section section, String id) {
    return section.value(STORED_ID).filter(id::equals).isPresent()
        ? section.value(STORE).flatMap(StorePlace::find)
        : Optional.empty();
  }

  /** Removes the lines of {@link #naming}. */
  public static List<Change> unnaming(AwsConfiguration files, String section) {
    Optional<Section> found = files.profile(section);
    Set<String> names =
        found.filter(CredentialProcess::callsKeyturn).isPresent()
            ? Set.of(STORE, STORED_ID, PROCESS)
            : Set.of(STORE, STORED_ID);
    return orSection(found, FileKind.CONFIG, unsetting(found, FileKind.CONFIG, names));
  }

  /** The lines of the credentials file for a key that it contains. */
  public static List<Change> containing(String section, String id, String secret) {
    return List.of(new Change.Set(section, ID, id), new Change.Set(section, SECRET, secret));
  }

  /** Removes the key with this id from the config file, if it is still that key. */
  public static List<Change> removingFromConfig(AwsConfiguration files, String section, String id) {
    return unsetting(withKey(files, section, id), FileKind.CONFIG, KEY);
  }

  /** Removes it from the credentials file, with its section if that is then empty. */
  public static List<Change> removing(AwsConfiguration files, String section, String id) {
    Optional<Section> found = withKey(files, section, id);
    return orSection(found, FileKind.CREDENTIALS, unsetting(found, FileKind.CREDENTIALS, KEY));
  }

  private static Optional<Section> withKey(AwsConfiguration files, String section, String id) {
    return files
        .profile(section)
        .filter(found -> found.value(ID).filter(other -> !other.equals(id)).isEmpty());
  }

  private static List<Change> unsetting(Optional<Section> found, FileKind kind, Set<String> names) {
    List<Change> changes = new ArrayList<>();
    for (Setting setting : settings(found, kind)) {
      if (names.contains(setting.name())) {
        changes.add(new Change.Unset(header(found, kind), setting.name()));
      }
    }
    return List.copyOf(changes);
  }

  /** Removes the section itself if {@code changes} would leave it empty. */
  private static List<Change> orSection(
      Optional<Section> found, FileKind kind, List<Change> changes) {
    return !changes.isEmpty() && changes.size() == settings(found, kind).size()
        ? List.of(new Change.RemoveSection(header(found, kind)))
        : changes;
  }

  private static List<Setting> settings(Optional<Section> found, FileKind kind) {
    return found.stream()
        .flatMap(section -> section.settings().values().stream())
        .filter(setting -> setting.origin().kind() == kind)
        .toList();
  }

  private static String header(Optional<Section> found, FileKind kind) {
    String name = found.map(Section::name).orElseThrow();
    return kind == FileKind.CREDENTIALS ? name : inConfig(name);
  }

  private static String inConfig(String section) {
    return section.equals("default") ? section : "profile " + section;
  }
}
