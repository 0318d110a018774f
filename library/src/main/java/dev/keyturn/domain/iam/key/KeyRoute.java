package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places that a rotation moves a key from and to.
 *
 * @param to where to put the new key; null for the place where each section has the old one
 * @param from the stores that have the old key
 * @param stores the stores that get the new key
 * @param inFiles whether the AWS files get it, too
 */
public record KeyRoute(
    @Nullable StorePlace to, List<StorePlace> from, List<StorePlace> stores, boolean inFiles) {

  /** The route from {@code old}, the places of the old key. */
  static KeyRoute of(List<KeyPlace> old, @Nullable StorePlace to) {
    List<StorePlace> from = stores(old.stream().flatMap(place -> Stream.ofNullable(place.store())));
    List<StorePlace> goals = old.stream().map(place -> goal(place, to)).distinct().toList();
    return new KeyRoute(
        to,
        from,
        stores(goals.stream()),
        goals.stream().anyMatch(goal -> goal.kind() == StorePlace.Kind.AWS_FILES));
  }

  private static List<StorePlace> stores(Stream<StorePlace> places) {
    return places.filter(place -> place.kind() != StorePlace.Kind.AWS_FILES).distinct().toList();
  }

  /** Whether a key at {@code old} is put elsewhere. */
  boolean leads(List<KeyPlace> old) {
    return old.stream().anyMatch(place -> !goal(place).equals(goal(place, null)));
  }

  /** Where the section at {@code old} finds the new key. */
  StorePlace goal(KeyPlace old) {
    return goal(old, to);
  }

  private static StorePlace goal(KeyPlace old, @Nullable StorePlace to) {
    return to == null ? Objects.requireNonNullElse(old.store(), StorePlace.AWS_FILES) : to;
  }
}
