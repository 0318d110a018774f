package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the AWS files hold an access key. A file is changed in one edit that keeps no copy of the
 * old secret, so that a reader finds the old key or the new one, and nobody brings back the old one
 * later. Thread-safe as its port is.
 */
public final class KeyPlaces {

  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";

  private final ProfileFiles files;

  public KeyPlaces(ProfileFiles files) {
    this.files = files;
  }

  /** The sections that hold the key with this id, those of the credentials file first. */
  public List<KeyPlace> of(String accessKeyId) {
    AwsConfiguration now = files.read();
    List<KeyPlace> places = new ArrayList<>();
    for (FileKind kind : List.of(FileKind.CREDENTIALS, FileKind.CONFIG)) {
      for (Section section : sections(now, kind, accessKeyId)) {
        places.add(new KeyPlace(place(now, kind, section), section.name()));
      }
    }
    return places;
  }

  /** The same, and the sections whose key with this id is in a store. */
  public List<KeyPlace> users(String accessKeyId) {
    AwsConfiguration now = files.read();
    List<KeyPlace> users = new ArrayList<>(of(accessKeyId));
    for (Section section : now.profiles().values()) {
      Optional<Setting> stored =
          section
              .setting(ProfileSetting.KEYTURN_ACCESS_KEY_ID.label())
              .filter(id -> id.value().equals(accessKeyId));
      stored.ifPresent(
          id -> users.add(new KeyPlace(place(now, id.origin().kind(), section), section.name())));
    }
    return users;
  }

  private static List<Section> sections(AwsConfiguration now, FileKind kind, String accessKeyId) {
    return switch (kind) {
      case CREDENTIALS ->
          now.credentials().values().stream()
              .filter(section -> holds(section, accessKeyId))
              .toList();
      case CONFIG ->
          now.profiles().values().stream()
              .filter(section -> holds(section, accessKeyId))
              .filter(section -> section.setting(ID).filter(KeyPlaces::isInConfig).isPresent())
              .toList();
    };
  }

  private static boolean holds(Section section, String accessKeyId) {
    return section.value(ID).filter(accessKeyId::equals).isPresent();
  }

  private static boolean isInConfig(Setting setting) {
    return setting.origin().kind() == FileKind.CONFIG;
  }

  private static Place place(AwsConfiguration now, FileKind kind, Section section) {
    String file = kind == FileKind.CONFIG ? now.configFile() : now.credentialsFile();
    return new Place(kind, file, new SettingName("profile", section.name(), ID).section(kind));
  }

  /**
   * Makes sure that the key can be replaced wherever it is.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}, and {@code
   *     ProfileFailure.Bad} for a key whose id and secret no single edit can change
   */
  void checkReplaceable(String accessKeyId) {
    AwsConfiguration now = files.read();
    for (KeyPlace place : of(accessKeyId)) {
      files.checkWritable(place.place().kind());
      checkTogether(now, place);
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

  /**
   * Puts {@code key} in every place of the key with the id {@code old}.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link ProfileFiles#edit}
   */
  List<KeyPlace> replace(String old, AccessKey key) {
    List<KeyPlace> places = of(old);
    for (FileKind kind : List.of(FileKind.CREDENTIALS, FileKind.CONFIG)) {
      if (places.stream().anyMatch(place -> place.place().kind() == kind)) {
        files.edit(kind, current -> changes(current, kind, old, key));
      }
    }
    return places;
  }

  private static List<Change> changes(
      AwsConfiguration current, FileKind kind, String old, AccessKey key) {
    List<Change> changes = new ArrayList<>();
    for (Section section : sections(current, kind, old)) {
      String name = place(current, kind, section).section();
      changes.add(new Change.Set(name, ID, key.id()));
      changes.add(new Change.Set(name, SECRET, key.secret().reveal(Reveal.STORE)));
    }
    return changes;
  }
}
