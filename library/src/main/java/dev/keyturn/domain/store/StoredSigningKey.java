package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The secret of an access key in any store, which is opened when it is needed. Two with the same
 * place and access key are equal.
 */
public final class StoredSigningKey implements SigningKey {

  private final SecretStores stores;
  private final StorePlace place;
  private final ItemName name;
  private @Nullable StoredSecret opened;

  /** The secret of {@code accessKeyId} in {@code place}. */
  public StoredSigningKey(SecretStores stores, StorePlace place, String accessKeyId) {
    this.stores = stores;
    this.place = place;
    this.name = ItemName.ofKey(accessKeyId);
  }

  @Override
  public byte[] ofDay(String date) {
    return stored().hmac(date.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable Secret secret() {
    return stored().readable();
  }

  @Override
  public void open() {
    stored();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredSigningKey that
        && stores.equals(that.stores)
        && place.equals(that.place)
        && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, name);
  }

  private synchronized StoredSecret stored() {
    StoredSecret known = opened;
    if (known == null) {
      known = stores.at(place).get(name);
      opened = known;
    }
    return known;
  }
}
