package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import org.jspecify.annotations.Nullable;

/**
 * A setting that an edit changed, without its value.
 *
 * @param section the text between the brackets, without quotes
 * @param key the key; of a nested setting, {@code parent.child}; null for the whole section
 */
public record ChangedSetting(String section, @Nullable String key) {

  /** The setting that {@code change} changes. */
  public static ChangedSetting of(Change change) {
    if (change instanceof Change.Set set) {
      return new ChangedSetting(set.section(), set.key());
    }
    if (change instanceof Change.Unset unset) {
      return new ChangedSetting(unset.section(), unset.key());
    }
    return new ChangedSetting(((Change.RemoveSection) change).section(), null);
  }

  /** For people: {@code [section] key}. */
  public String text() {
    return key == null ? "[" + section + "]" : "[" + section + "] " + key;
  }
}
