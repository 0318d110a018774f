package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places of an access key according to the AWS files. Thread-safe as its port is. */
public final class KeyPlaces {

  private static final String ID = "aws_access_key_id";
  private static final String STORE = ProfileSetting.KEYTURN_STORE.label();
  private static final String STORED_ID = ProfileSetting.KEYTURN_ACCESS_KEY_ID.label();

  private final ProfileFiles files;

  public KeyPlaces(ProfileFiles files) {
    this.files = files;
  }

  /**
   * The sections that contain the key with this id, those of the credentials file first; then the
   * sections that have it in a store.
   */
  public List<KeyPlace> of(String accessKeyId) {
    return of(files.read(), accessKeyId);
  }

  static List<KeyPlace> of(AwsConfiguration now, String accessKeyId) {
    List<KeyPlace> places = new ArrayList<>();
    for (FileKind kind : List.of(FileKind.CREDENTIALS, FileKind.CONFIG)) {
      for (Section section : sections(now, kind)) {
        if (section.value(ID).filter(accessKeyId::equals).isPresent()) {
          places.add(new KeyPlace(place(now, kind, section), section.name(), null));
        }
      }
    }
    for (Section section : now.profiles().values()) {
      stored(now, section, accessKeyId).ifPresent(places::add);
    }
    return places;
  }

  private static List<Section> sections(AwsConfiguration now, FileKind kind) {
    return switch (kind) {
      case CREDENTIALS -> List.copyOf(now.credentials().values());
      case CONFIG ->
          now.profiles().values().stream()
              .filter(section -> section.setting(ID).filter(KeyPlaces::isInConfig).isPresent())
              .toList();
    };
  }

  private static boolean isInConfig(Setting setting) {
    return setting.origin().kind() == FileKind.CONFIG;
  }

  private static Optional<KeyPlace> stored(
      AwsConfiguration now, Section section, String accessKeyId) {
    Setting id = section.setting(STORED_ID).orElse(null);
    if (id == null || !id.value().equals(accessKeyId)) {
      return Optional.empty();
    }
    return section
        .value(STORE)
        .flatMap(StorePlace::find)
        .filter(store -> store.kind() != StorePlace.Kind.AWS_FILES)
        .map(store -> new KeyPlace(place(now, id.origin().kind(), section), section.name(), store));
  }

  private static Place place(AwsConfiguration now, FileKind kind, Section section) {
    String file = kind == FileKind.CONFIG ? now.configFile() : now.credentialsFile();
    return new Place(kind, file, new SettingName("profile", section.name(), ID).section(kind));
  }
}
