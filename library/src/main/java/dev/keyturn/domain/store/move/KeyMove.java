package dev.keyturn.domain.store.move;

import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import java.util.Optional;

/**
 * A move of a profile's long-term key.
 *
 * @param profile the profile whose sessions use the key
 * @param section the section that contains the key or names its place
 * @param accessKeyId the key
 * @param from its place
 * @param to its new place
 */
public record KeyMove(
    String profile, String section, String accessKeyId, StorePlace from, StorePlace to) {

  /** For the key that {@code plan} uses; empty if that is neither in a file nor in a store. */
  public static Optional<KeyMove> of(SessionPlan plan, StorePlace to) {
    if (plan.base() instanceof Base.Keys keys) {
      String id = keys.key().id();
      return Optional.of(new KeyMove(plan.profile(), keys.profile(), id, StorePlace.AWS_FILES, to));
    }
    return plan.base() instanceof Base.Store stored
        ? Optional.of(
            new KeyMove(plan.profile(), stored.profile(), stored.accessKeyId(), stored.place(), to))
        : Optional.empty();
  }

  /**
   * For a key that is not stored anywhere yet, for the profile's own section; it has no old place.
   */
  public static KeyMove fresh(String profile, String accessKeyId, StorePlace to) {
    return new KeyMove(profile, profile, accessKeyId, to, to);
  }

  /** The key's name in a store. */
  ItemName item() {
    return ItemName.ofKey(accessKeyId);
  }

  /**
   * The section in one of the files.
   *
   * @param inFile whether the section has or had the key itself
   */
  Place place(AwsConfiguration now, boolean inFile) {
    FileKind kind = inFile ? FileKind.CREDENTIALS : FileKind.CONFIG;
    String file = inFile ? now.credentialsFile() : now.configFile();
    return new Place(kind, file, new SettingName("profile", section, "").section(kind));
  }

  /** Whether the key is in the AWS files now. */
  boolean isFromFiles() {
    return from.kind() == StorePlace.Kind.AWS_FILES;
  }

  /** Whether the key will be in the AWS files. */
  boolean isToFiles() {
    return to.kind() == StorePlace.Kind.AWS_FILES;
  }
}
