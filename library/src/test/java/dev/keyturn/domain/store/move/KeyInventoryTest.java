package dev.keyturn.domain.store.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.profile.Configuration;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyInventoryTest {

  private final MemoryStores stores = new MemoryStores();

  @Test
  void the_aws_files_are_not_a_store_to_list() {
    String config =
        """
        [profile work]
        keyturn_store = aws-files
        keyturn_mfa_seed = aws-files
        """;
    KeyInventory inventory = new KeyInventory(stores, List::of);

    inventory.of(Configuration.of(config, ""), List.of());
    assertThat(inventory.places(Configuration.of(config, ""), List.of()))
        .extracting(KeyInventory.PlaceState::place)
        .doesNotContain(StorePlace.AWS_FILES);
    assertThat(stores.stores).doesNotContainKey(StorePlace.AWS_FILES);
  }
}
