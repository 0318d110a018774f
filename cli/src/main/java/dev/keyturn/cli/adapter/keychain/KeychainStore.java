package dev.keyturn.cli.adapter.keychain;

import dev.keyturn.cli.adapter.keychain.SecretService.DismissedException;
import dev.keyturn.cli.adapter.keychain.SecretService.Found;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.LockableStore;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.StoredSecret;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Keys in the keychain of the desktop: GNOME Keyring, KWallet, KeePassXC. The keychain itself
 * decides whether to ask a person; it asks once for all keys. Thread-safe.
 */
public final class KeychainStore implements LockableStore {

  private static final String TITLE = "the keychain";
  private static final String APPLICATION = "application";
  private static final String ITEM = "item";
  private static final Map<String, String> OURS = Map.of(APPLICATION, "keyturn");
  private static final String UNKNOWN = "org.freedesktop.DBus.Error.ServiceUnknown";

  private final Map<String, String> environment;
  private final BooleanSupplier dialogs;

  /**
   * The keychain on the bus of the desktop session in {@code environment}.
   *
   * @param dialogs whether it may show a dialog to read a secret
   */
  public KeychainStore(Map<String, String> environment, BooleanSupplier dialogs) {
    this.environment = environment;
    this.dialogs = dialogs;
  }

  @Override
  public List<ItemName> names() {
    return with(service -> {
      List<ItemName> names = new ArrayList<>();
      for (String item : service.search(OURS).all()) {
        Object name = service.attributes(item).get(ITEM);
        ItemName.parse(String.valueOf(name)).ifPresent(names::add);
      }
      return names;
    });
  }

  @Override
  public StoredSecret get(ItemName name) {
    return with(service -> {
      openDefault(service);
      Found found = service.search(attributes(name));
      if (found.all().isEmpty()) {
        throw new StoreFailure.Missing(TITLE, name.text()).exception();
      }
      String item = found.all().get(0);
      if (found.unlocked().isEmpty()) {
        checkDialog();
        service.unlock(item);
      }
      String secret = new String(service.secret(item), StandardCharsets.UTF_8);
      return new ReadableSecret(name.kind(), Secret.of(secret));
    });
  }

  @Override
  public void prepare() {
    with(service -> {
      service.unlock(collection(service));
      return service;
    });
  }

  @Override
  public void put(ItemName name, Secret secret) {
    byte[] text = secret.reveal(Reveal.STORE).getBytes(StandardCharsets.UTF_8);
    with(service -> {
      String collection = collection(service);
      service.unlock(collection);
      List<String> there = service.search(attributes(name)).all();
      if (there.isEmpty()) {
        service.create(collection, "Keyturn: " + name.text(), attributes(name), text);
      } else {
        // In KeePassXC 2.7.4, a creation that replaces an item never completes.
        service.unlock(there.get(0));
        service.change(there.get(0), text);
      }
      return name;
    });
  }

  @Override
  public void remove(ItemName name) {
    with(service -> {
      for (String item : service.search(attributes(name)).all()) {
        service.unlock(item);
        service.delete(item);
      }
      return name;
    });
  }

  @Override
  public Condition condition() {
    try {
      return with(service -> {
        String collection = service.defaultCollection();
        if (collection.isEmpty()) {
          return new Condition(Condition.State.UNAVAILABLE, "it has no default collection");
        }
        boolean locked = service.isLocked(collection);
        return new Condition(locked ? Condition.State.LOCKED : Condition.State.OPEN, "");
      });
    } catch (FailureException e) {
      return new Condition(Condition.State.UNAVAILABLE, e.failure().message());
    }
  }

  @Override
  public boolean unlock(Duration time) {
    prepare();
    return false;
  }

  @Override
  public void lock() {
    with(service -> {
      service.lock(collection(service));
      return service;
    });
  }

  /** Done first: KeePassXC shows its dialog during a search, which has a short time limit. */
  private void openDefault(SecretService service)
      throws IOException, BusException, DismissedException {
    String collection = service.defaultCollection();
    if (!collection.isEmpty() && service.isLocked(collection)) {
      checkDialog();
      service.unlock(collection);
    }
  }

  private void checkDialog() {
    if (!dialogs.getAsBoolean()) {
      throw locked("a running endpoint cannot show a dialog").exception();
    }
  }

  private static Map<String, String> attributes(ItemName name) {
    return Map.of(APPLICATION, "keyturn", ITEM, name.text());
  }

  private static String collection(SecretService service) throws IOException, BusException {
    String collection = service.defaultCollection();
    if (collection.isEmpty()) {
      throw new StoreFailure.Unavailable(
              TITLE, "it has no default collection", "create one in the keychain's own application")
          .exception();
    }
    return collection;
  }

  /** Uses the service. */
  private interface Use<T> {
    T of(SecretService service) throws IOException, BusException, DismissedException;
  }

  private <T> T with(Use<T> use) {
    Path path = socket();
    try (SessionBus bus = SessionBus.connect(path)) {
      return use.of(new SecretService(bus));
    } catch (DismissedException e) {
      throw locked("its dialog was not answered").exception(e);
    } catch (BusException e) {
      throw refused(e).exception(e);
    } catch (IOException e) {
      throw unavailable(String.valueOf(e.getMessage())).exception(e);
    }
  }

  private Path socket() {
    try {
      return BusAddress.in(environment).orElseThrow(KeychainStore::noSession);
    } catch (IllegalArgumentException e) {
      throw unavailable("DBUS_SESSION_BUS_ADDRESS is not a valid address").exception(e);
    }
  }

  private static StoreFailure refused(BusException e) {
    if (e.name().equals(UNKNOWN)) {
      return new StoreFailure.Unavailable(
          TITLE,
          "no keychain service is running in this desktop session",
          "install gnome-keyring, KWallet or KeePassXC, and log in again");
    }
    if (e.name().endsWith(".IsLocked")) {
      return locked("it must be unlocked first");
    }
    return unavailable(e.getMessage() + " (" + e.name() + ")");
  }

  private static StoreFailure locked(String why) {
    return new StoreFailure.Locked(
        TITLE, why, ShellCommand.of("keyturn", "store", "unlock", "keychain"));
  }

  private static FailureException noSession() {
    return new StoreFailure.Unavailable(
            TITLE,
            "this is not a desktop session (DBUS_SESSION_BUS_ADDRESS is not set)",
            "run the command in a desktop session, or keep keys elsewhere: "
                + ShellCommand.of("keyturn", "store", "move", "PROFILE", "--to", "encrypted-file"))
        .exception();
  }

  private static StoreFailure unavailable(String why) {
    return new StoreFailure.Unavailable(
        TITLE, why, "see its state: " + ShellCommand.of("keyturn", "store", "status"));
  }
}
