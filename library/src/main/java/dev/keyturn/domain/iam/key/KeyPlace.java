package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.store.StorePlace;
import org.jspecify.annotations.Nullable;

/**
 * A section of an AWS file that contains an access key, or names the store that does.
 *
 * @param place the section
 * @param profile the profile that it belongs to
 * @param store the store; null for a key in the section itself
 */
public record KeyPlace(Place place, String profile, @Nullable StorePlace store) {}
