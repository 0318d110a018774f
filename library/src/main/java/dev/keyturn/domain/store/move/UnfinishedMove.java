package dev.keyturn.domain.store.move;

import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A possibly interrupted move of a secret. It does not contain the secret.
 *
 * @param name the secret
 * @param places the stores that may have a copy
 */
public record UnfinishedMove(ItemName name, List<StorePlace> places) {

  /** A move between these places; the AWS files are not counted as a store. */
  static UnfinishedMove between(ItemName name, List<StorePlace> places) {
    return new UnfinishedMove(
        name,
        places.stream().filter(it -> it.kind() != StorePlace.Kind.AWS_FILES).distinct().toList());
  }

  /** The same, including the stores of {@code earlier}. */
  UnfinishedMove after(UnfinishedMove earlier) {
    Set<StorePlace> all = new LinkedHashSet<>(earlier.places());
    all.addAll(places);
    return new UnfinishedMove(name, List.copyOf(all));
  }

  /** The same without one of the stores. */
  UnfinishedMove without(StorePlace place) {
    List<StorePlace> left = new ArrayList<>(places);
    left.remove(place);
    return new UnfinishedMove(name, List.copyOf(left));
  }
}
