package dev.keyturn.domain.store.move;

import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import org.jspecify.annotations.Nullable;

/**
 * A secret that an interrupted command may have left in a place.
 *
 * @param name the secret
 * @param place where it may be
 * @param rotation the profile whose key rotation is not finished and needs it; null where nothing
 *     does
 */
public record Leftover(ItemName name, StorePlace place, @Nullable String rotation) {}
