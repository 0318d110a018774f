package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Written;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.Leftover;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys of interrupted rotations in stores. */
public final class RotationLeftovers {

  private final RotationJournal journal;
  private final KeyPlaces places;

  public RotationLeftovers(RotationJournal journal, KeyPlaces places) {
    this.journal = journal;
    this.places = places;
  }

  /** The new keys and the old ones in their stores, whether or not a profile still names them. */
  public List<Leftover> left() {
    return journal.all().stream().flatMap(this::of).toList();
  }

  private Stream<Leftover> of(UnfinishedRotation rotation) {
    if (rotation instanceof Made made) {
      String profile = profile(made.old(), made.id());
      return Stream.concat(
          in(made.route().stores(), made.id(), profile),
          in(made.route().from(), made.old(), profile));
    }
    return rotation instanceof Written written
        ? in(written.left(), written.old(), profile(written.id(), written.old()))
        : Stream.empty();
  }

  /** A profile with either key can continue it. */
  private @Nullable String profile(String first, String second) {
    return Stream.concat(places.of(first).stream(), places.of(second).stream())
        .map(KeyPlace::profile)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Leftover> in(List<StorePlace> stores, String id, @Nullable String profile) {
    return stores.stream().map(place -> new Leftover(ItemName.ofKey(id), place, profile));
  }
}
