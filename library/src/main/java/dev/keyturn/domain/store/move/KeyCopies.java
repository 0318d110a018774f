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
 * Which stores may have a copy of a key, or of the seed of a device, that no profile names. What
 * puts one somewhere notes that before, so that a copy is found again wherever the process was
 * killed.
 */
public final class KeyCopies {

  private static final String SEED_PLACE = ProfileSetting.KEYTURN_MFA_SEED.label();

  private final ProfileFiles files;
  private final SecretStores stores;
  private final MoveJournal journal;

  /** Of the places of {@code stores}, which the profiles of {@code files} name. */
  public KeyCopies(ProfileFiles files, SecretStores stores, MoveJournal journal) {
    this.files = files;
    this.stores = stores;
    this.journal = journal;
  }

  /** The copies that commands left which were interrupted. */
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
   * Makes sure that a copy can go.
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
   * Removes a copy that no profile uses; no change where there is none.
   *
   * @throws FailureException as {@link #checkUnused}; {@code StoreFailure} when the place cannot be
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

  /** The move of a key that was interrupted. */
  Optional<UnfinishedMove> find(ItemName name) {
    return journal.all().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** Notes, before anything changes, which places may have a copy if it is interrupted. */
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
   * @param kept the place whose copy is; null for none
   * @return from where a copy was removed, as far as there was one
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

  /** Whether both are the same place. */
  boolean isSame(StorePlace one, StorePlace other) {
    return stores.canonical(one).equals(stores.canonical(other));
  }

  /** The profile that names the place of a secret, or may do so; null for none. */
  @Nullable String user(ItemName name, StorePlace place) {
    return files.read().profiles().values().stream()
        .filter(section -> placeOf(section, name).filter(it -> isSame(it, place)).isPresent())
        .map(Section::name)
        .findFirst()
        .orElse(null);
  }

  /** A section that names a place for seeds may be for any device where it names no other. */
  private static Optional<StorePlace> placeOf(Section section, ItemName name) {
    if (name.kind() != ItemName.Kind.MFA_SEED) {
      return KeyLines.placeOf(section, name.id());
    }
    return section.value("mfa_serial").orElse(name.id()).equals(name.id())
        ? section.value(SEED_PLACE).flatMap(StorePlace::find)
        : Optional.empty();
  }
}
