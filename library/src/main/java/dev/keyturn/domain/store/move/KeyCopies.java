package dev.keyturn.domain.store.move;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stores may contain a copy of a key, or of a device's seed, that no profile names. Every
 * copy is recorded before it is written, so that it can be found if the process is killed at any
 * point.
 */
public final class KeyCopies {

  private static final String SEED_PLACE = ProfileSetting.KEYTURN_MFA_SEED.label();

  private final ProfileFiles files;
  private final SecretStores stores;
  private final MoveJournal journal;

  /** For {@code stores}, as named by the profiles of {@code files}. */
  public KeyCopies(ProfileFiles files, SecretStores stores, MoveJournal journal) {
    this.files = files;
    this.stores = stores;
    this.journal = journal;
  }

  /** The copies left by interrupted commands. */
  public List<Leftover> left() {
    List<Leftover> left = new ArrayList<>();
    for (UnfinishedMove move : journal.all()) {
      for (StorePlace place : move.places()) {
        if (user(move.name(), place) == null) {
          left.add(new Leftover(move.name(), place, null));
        }
      }
    }
    return left;
  }

  /**
   * Checks that a copy can be removed.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when a profile uses it
   */
  public void checkUnused(String accessKeyId, StorePlace place) {
    String user = user(ItemName.ofKey(accessKeyId), place);
    if (user != null) {
      throw new ProfileFailure.Bad(
              user,
              "profile '" + user + "' uses key " + accessKeyId + " in " + place,
              ShellCommand.of("keyturn", "store", "remove", user))
          .exception();
    }
  }

  /**
   * Removes a copy that no profile uses; does nothing if there is none.
   *
   * @throws FailureException as {@link #checkUnused}; {@code StoreFailure} when the store cannot be
   *     used
   */
  public void remove(String accessKeyId, StorePlace place) {
    checkUnused(accessKeyId, place);
    remove(ItemName.ofKey(accessKeyId), place);
  }

  void remove(ItemName name, StorePlace place) {
    stores.at(place).remove(name);
    find(name).ifPresent(move -> update(move.without(stores.canonical(place))));
  }

  /** The interrupted move of a key. */
  Optional<UnfinishedMove> find(ItemName name) {
    return journal.all().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Records, before anything changes, which stores may have a copy after an interruption. */
  UnfinishedMove begin(ItemName name, List<StorePlace> places) {
    UnfinishedMove move =
        UnfinishedMove.between(name, places.stream().map(stores::canonical).toList());
    UnfinishedMove all = find(name).map(move::after).orElse(move);
    update(all);
    return all;
  }

  /**
   * Removes the copies that are no longer needed.
   *
   * @param kept the store whose copy is still needed; null for none
   * @return the stores from which a copy was removed
   */
  List<StorePlace> settle(UnfinishedMove move, @Nullable StorePlace kept) {
    List<StorePlace> removed = new ArrayList<>();
    for (StorePlace place : move.places()) {
      if ((kept == null || !isSame(place, kept)) && user(move.name(), place) == null) {
        stores.at(place).remove(move.name());
        removed.add(place);
      }
    }
    journal.forget(move.name());
    return removed;
  }

  private void update(UnfinishedMove move) {
    if (move.places().isEmpty()) {
      journal.forget(move.name());
    } else {
      journal.note(move);
    }
  }

  /** Whether both are the same store. */
  boolean isSame(StorePlace one, StorePlace other) {
    return stores.canonical(one).equals(stores.canonical(other));
  }

  /** The profile that names the store of a secret, or may do so; null for none. */
  @Nullable String user(ItemName name, StorePlace place) {
    return files.read().profiles().values().stream()
        .filter(section -> placeOf(section, name).filter(it -> isSame(it, place)).isPresent())
        .map(Section::name)
        .findFirst()
        .orElse(null);
  }

  /** A section that names a store for seeds but no device may be for any device. */
  private static Optional<StorePlace> placeOf(Section section, ItemName name) {
    if (name.kind() != ItemName.Kind.MFA_SEED) {
      return KeyLines.placeOf(section, name.id());
    }
    return section.value("mfa_serial").orElse(name.id()).equals(name.id())
        ? section.value(SEED_PLACE).flatMap(StorePlace::find)
        : Optional.empty();
  }
}
