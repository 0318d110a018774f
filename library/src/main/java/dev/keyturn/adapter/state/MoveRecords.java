package dev.keyturn.adapter.state;

import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.MoveJournal;
import dev.keyturn.domain.store.move.UnfinishedMove;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unfinished moves of secrets between stores, as one record for each secret. */
public final class MoveRecords implements MoveJournal {

  private static final String MOVES = "moves";

  private final Records records;

  /** Kept in {@code records}. */
  public MoveRecords(Records records) {
    this.records = records;
  }

  @Override
  public List<UnfinishedMove> all() {
    return records.readAll(MOVES).stream().flatMap(it -> move(it).stream()).toList();
  }

  private static Optional<UnfinishedMove> move(Map<String, String> fields) {
    List<StorePlace> places =
        fields
            .getOrDefault("places", "")
            .lines()
            .flatMap(it -> StorePlace.find(it).stream())
            .toList();
    return ItemName.parse(fields.getOrDefault("key", ""))
        .map(name -> new UnfinishedMove(name, places));
  }

  @Override
  public void note(UnfinishedMove move) {
    String places = move.places().stream().map(StorePlace::text).collect(Collectors.joining("\n"));
    records.write(MOVES, move.name().text(), Map.of("places", places));
  }

  @Override
  public void forget(ItemName name) {
    records.remove(MOVES, name.text());
  }
}
