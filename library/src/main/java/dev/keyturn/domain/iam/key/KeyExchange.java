package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Stored;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyLines;
import dev.keyturn.domain.store.move.SectionFitness;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an old key by a new one in the AWS files. Each edit is atomic, so that a reader finds
 * either the old key or the new one, and keeps no copy of the old secret, so that no undo brings it
 * back. Thread-safe as its port is.
 */
public final class KeyExchange {

  private static final String SECRET = "aws_secret_access_key";
  private static final String UNKNOWN = "****";

  private final ProfileFiles files;
  private final UnaryOperator<String> processes;

  /**
   * For these files.
   *
   * @param processes the {@code credential_process} of a profile
   */
  public KeyExchange(ProfileFiles files, UnaryOperator<String> processes) {
    this.files = files;
    this.processes = processes;
  }

  /**
   * Checks that the key can be replaced in every place.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}, and {@code
   *     ProfileFailure.Bad} for a key whose id and secret cannot be changed in a single edit, and
   *     for a profile that AWS tools could no longer use
   */
  void check(String old, KeyRoute route) {
    AwsConfiguration now = files.read();
    for (KeyPlace place : KeyPlaces.of(now, old)) {
      files.checkWritable(place.place().kind());
      StorePlace goal = route.goal(place);
      if (goal.kind() != StorePlace.Kind.AWS_FILES) {
        files.checkWritable(FileKind.CONFIG);
        SectionFitness.check(now, place.profile(), place.profile());
      } else if (place.store() != null) {
        files.checkWritable(FileKind.CREDENTIALS);
      } else {
        checkTogether(now, place);
      }
    }
  }

  private static void checkTogether(AwsConfiguration now, KeyPlace place) {
    Optional<Section> section = now.profile(place.profile());
    Optional<FileKind> secret =
        section.flatMap(found -> found.setting(SECRET)).map(setting -> setting.origin().kind());
    if (!secret.equals(Optional.of(place.place().kind()))) {
      String setting = "profile." + place.profile() + "." + SECRET;
      throw new ProfileFailure.Bad(
              place.profile(),
              "the access key of profile '"
                  + place.profile()
                  + "' is in one AWS file and its"
                  + " secret in the other",
              ShellCommand.of("keyturn", "config", "set", setting, "-"))
          .exception();
    }
  }

  /** The secrets of the key with the id {@code old} that the files contain. */
  Set<Secret> secrets(String old) {
    AwsConfiguration now = files.read();
    Set<Secret> secrets = new LinkedHashSet<>();
    for (KeyPlace place : KeyPlaces.of(now, old)) {
      now.profile(place.profile())
          .flatMap(section -> section.filled(SECRET))
          .map(setting -> Secret.of(setting.value()))
          .ifPresent(secrets::add);
    }
    return secrets;
  }

  /** The sections that have the key, or name the store that does. */
  List<Place> places(String old) {
    return KeyPlaces.of(files.read(), old).stream().map(KeyPlace::place).toList();
  }

  /**
   * Puts the new key in every section that has the old one. The new lines are written first:
   * between two edits a section refers to two working keys, never to none.
   *
   * @param served the profile that the {@code credential_process} of a section serves
   * @throws dev.keyturn.domain.failure.FailureException as {@link ProfileFiles#edit}
   */
  void replace(Made made, UnaryOperator<String> served) {
    StorePlace to = made.route().to();
    boolean leavesFiles = to != null && to.kind() != StorePlace.Kind.AWS_FILES;
    List<FileKind> order =
        leavesFiles
            ? List.of(FileKind.CONFIG, FileKind.CREDENTIALS, FileKind.CONFIG)
            : List.of(FileKind.CREDENTIALS, FileKind.CONFIG);
    for (FileKind kind : order) {
      if (!changes(files.read(), kind, made, served).isEmpty()) {
        files.edit(kind, now -> changes(now, kind, made, served));
      }
    }
  }

  /** What {@link #replace} would change, for a new key that does not exist yet. */
  Map<FileKind, List<Change>> lines(String old, KeyRoute route, UnaryOperator<String> served) {
    Made made =
        route.inFiles()
            ? new Created("", old, new AccessKey(UNKNOWN, Secret.of(UNKNOWN)), route)
            : new Stored("", old, UNKNOWN, route);
    AwsConfiguration now = files.read();
    Map<FileKind, List<Change>> lines = new EnumMap<>(FileKind.class);
    for (FileKind kind : FileKind.values()) {
      lines.put(kind, changes(now, kind, made, served));
    }
    return lines;
  }

  private List<Change> changes(
      AwsConfiguration now, FileKind kind, Made made, UnaryOperator<String> served) {
    Set<Change> changes = new LinkedHashSet<>();
    for (KeyPlace place : KeyPlaces.of(now, made.old())) {
      StorePlace goal = made.route().goal(place);
      changes.addAll(
          goal.kind() == StorePlace.Kind.AWS_FILES
              ? intoFiles(now, kind, place, key(made))
              : intoStore(now, kind, place, goal, made, served));
    }
    return List.copyOf(changes);
  }

  private static @Nullable AccessKey key(Made made) {
    return made instanceof Created created ? created.key() : null;
  }

  private static List<Change> intoFiles(
      AwsConfiguration now, FileKind kind, KeyPlace place, @Nullable AccessKey key) {
    if (key == null) {
      return List.of();
    }
    boolean isHere = place.store() == null && place.place().kind() == kind;
    boolean comesHere = place.store() != null && kind == FileKind.CREDENTIALS;
    if (isHere || comesHere) {
      String section = isHere ? place.place().section() : place.profile();
      return KeyLines.containing(section, key.id(), key.secret().reveal(Reveal.STORE));
    }
    return place.store() != null && kind == FileKind.CONFIG
        ? KeyLines.unnaming(now, place.profile())
        : List.of();
  }

  private List<Change> intoStore(
      AwsConfiguration now,
      FileKind kind,
      KeyPlace place,
      StorePlace goal,
      Made made,
      UnaryOperator<String> served) {
    String section = place.profile();
    if (kind == FileKind.CREDENTIALS) {
      return place.store() == null ? KeyLines.removing(now, section, made.old()) : List.of();
    }
    String process = processes.apply(served.apply(section));
    List<Change> changes = new ArrayList<>(KeyLines.naming(now, section, goal, made.id(), process));
    if (place.store() == null) {
      changes.addAll(KeyLines.removingFromConfig(now, section, made.old()));
    }
    return changes;
  }
}
