package dev.keyturn.domain.profile.file;

import java.util.Map;
import java.util.Optional;

/**
 * A section of the AWS files with all parts of that name merged.
 *
 * @param name the name without prefix, as written: {@code dev} for {@code [profile dev]}
 * @param origin the first header of it
 * @param settings its settings by lower-case name, in file order
 */
public record Section(String name, Origin origin, Map<String, Setting> settings) {

  /** The setting called {@code name} in lower case, if present; its value may be empty. */
  public Optional<Setting> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** The setting called {@code name} in lower case, if present and not empty. */
  public Optional<Setting> filled(String name) {
    return setting(name).filter(setting -> !setting.value().isEmpty());
  }

  /**
   * The setting called {@code name} in lower case, if present, not empty and not a placeholder from
   * documentation.
   */
  public Optional<Setting> given(String name) {
    return filled(name).filter(setting -> !Placeholder.is(setting.value()));
  }

  /** The value called {@code name} in lower case, if present and not empty. */
  public Optional<String> value(String name) {
    return filled(name).map(Setting::value);
  }

  /**
   * Whether {@code letter}, a character or a byte of UTF-8, may be part of the name of a section or
   * setting: what every AWS SDK accepts.
   */
  public static boolean isNameLetter(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || "-_/.%@:+".indexOf(letter) >= 0;
  }
}
