package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Settings by name, each in the file where it takes effect: the keys of a profile in the
 * credentials file, everything else in the config file, unless the credentials file has the setting
 * already and would take precedence. Thread-safe as its port is.
 */
public final class Settings {

  private final FilePlaces places;
  private final FileEdits edits;

  public Settings(FilePlaces places, FileEdits edits) {
    this.places = places;
    this.edits = edits;
  }

  /** The value of {@code name} as the AWS SDKs see it. */
  public Optional<String> value(SettingName name) {
    Optional<String> credential =
        name.profile().isEmpty() ? Optional.empty() : value(credentials(name), name.key());
    return credential.isPresent() ? credential : value(config(name), name.key());
  }

  /** The value of {@code key}, which may be nested, in the section at {@code place}. */
  public Optional<String> value(Place place, String key) {
    return edits.section(place).flatMap(section -> value(section, key));
  }

  private static Optional<String> value(Section section, String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    if (dot < 0) {
      return section.setting(lower).map(Setting::value);
    }
    Map<String, Setting> nested =
        section.setting(lower.substring(0, dot)).map(Setting::nested).orElse(Map.of());
    return Optional.ofNullable(nested.get(lower.substring(dot + 1))).map(Setting::value);
  }

  /** Sets {@code name} where it takes effect, and returns where that is. */
  public Place set(SettingName name, String value, String command) {
    boolean credentials =
        name.isCredential()
            || (!name.profile().isEmpty() && value(credentials(name), name.key()).isPresent());
    Place place = credentials ? credentials(name) : config(name);
    set(place, name.key(), value, command);
    return place;
  }

  /** Sets {@code key} in the section at {@code place}. */
  public void set(Place place, String key, String value, String command) {
    Change change = new Change.Set(place.section(), key, value);
    edits.change(place.kind(), place.file(), command, List.of(change));
  }

  /** Removes {@code name} from every file that has it. */
  public void unset(SettingName name, String command) {
    unset(config(name), name.key(), command);
    if (!name.profile().isEmpty()) {
      unset(credentials(name), name.key(), command);
    }
  }

  /** Removes {@code key} from the section at {@code place}. */
  public void unset(Place place, String key, String command) {
    Change change = new Change.Unset(place.section(), key);
    edits.change(place.kind(), place.file(), command, List.of(change));
  }

  private Place config(SettingName name) {
    return place(FileKind.CONFIG, name);
  }

  private Place credentials(SettingName name) {
    return place(FileKind.CREDENTIALS, name);
  }

  private Place place(FileKind kind, SettingName name) {
    return new Place(kind, places.location(kind), name.section(kind));
  }
}
