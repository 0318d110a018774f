package dev.keyturn.domain.store;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.StoreFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Stores in memory; those of kind {@code PKCS11} give nothing away. Counts what is opened. */
public final class MemoryStores implements SecretStores {

  public final Map<StorePlace, Store> stores = new ConcurrentHashMap<>();

  /** How many more changes of a store are made before one fails; negative for all. */
  public int changesLeft = -1;

  @Override
  public Store at(StorePlace place) {
    return stores.computeIfAbsent(place, Store::new);
  }

  /** One place. */
  public final class Store implements SecretStore {

    public final Map<String, Secret> secrets = new ConcurrentSkipListMap<>();
    public int opened;
    private final StorePlace place;

    Store(StorePlace place) {
      this.place = place;
    }

    @Override
    public List<ItemName> names() {
      return secrets.keySet().stream().flatMap(name -> ItemName.parse(name).stream()).toList();
    }

    @Override
    public StoredSecret get(ItemName name) {
      opened++;
      Secret secret = secrets.get(name.text());
      if (secret == null) {
        throw new StoreFailure.Missing(place.text(), name.text()).exception();
      }
      StoredSecret readable = new ReadableSecret(name.kind(), secret);
      return place.kind() == StorePlace.Kind.PKCS11 ? new Unreadable(readable) : readable;
    }

    @Override
    public void prepare() {
      change();
    }

    @Override
    public void put(ItemName name, Secret secret) {
      change();
      secrets.put(name.text(), secret);
    }

    @Override
    public void remove(ItemName name) {
      change();
      secrets.remove(name.text());
    }

    private void change() {
      if (changesLeft-- == 0) {
        throw new StoreFailure.Unavailable(place.text(), "it was pulled", "").exception();
      }
    }

    @Override
    public Condition condition() {
      return new Condition(Condition.State.OPEN, "");
    }
  }

  private record Unreadable(StoredSecret inside) implements StoredSecret {

    @Override
    public byte[] hmac(byte[] message) {
      return inside.hmac(message);
    }

    @Override
    public @Nullable Secret readable() {
      return null;
    }
  }
}
