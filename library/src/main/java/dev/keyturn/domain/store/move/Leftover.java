package dev.keyturn.domain.store.move;

import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import org.jspecify.annotations.Nullable;

/**
 * A secret that an interrupted command may have left in a store.
 *
 * @param name the secret
 * @param place the store
 * @param rotation the profile whose unfinished key rotation needs it; null if none does
 */
public record Leftover(ItemName name, StorePlace place, @Nullable String rotation) {}
