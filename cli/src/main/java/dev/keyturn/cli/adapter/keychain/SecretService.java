package dev.keyturn.cli.adapter.keychain;

import dev.keyturn.cli.adapter.keychain.Message.Target;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The calls of the Secret Service that Keyturn needs. Secrets are sent unencrypted over the bus, a
 * local socket that only its user can access. Not thread-safe.
 *
 * @see <a href="https://specifications.freedesktop.org/secret-service-spec/latest/">Secret Service
 *     API</a>
 */
final class SecretService {

  /** How long a person may take to answer a dialog. */
  static final Duration DIALOG = Duration.ofMinutes(2);

  private static final String NAME = "org.freedesktop.secrets";
  private static final String TYPES = "org.freedesktop.Secret.";
  private static final Target SERVICE =
      new Target(NAME, "/org/freedesktop/secrets", TYPES + "Service");

  /** The path for "no object". */
  private static final String NONE = "/";

  private final SessionBus bus;
  private final String session;

  /** Opens a session on {@code bus}, which ends with it. */
  SecretService(SessionBus bus) throws IOException, BusException {
    this.bus = bus;
    List<?> opened = bus.call(SERVICE, "OpenSession", "sv", List.of("plain", Variant.of("")));
    this.session = (String) opened.get(1);
  }

  /** A person closed the dialog, or nobody answered it. */
  static final class DismissedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Items with certain attributes.
   *
   * @param unlocked those that can be read
   * @param locked the others
   */
  record Found(List<String> unlocked, List<String> locked) {

    List<String> all() {
      List<String> all = new ArrayList<>(unlocked);
      all.addAll(locked);
      return all;
    }
  }

  Found search(Map<String, String> attributes) throws IOException, BusException {
    List<Object> found = bus.call(SERVICE, "SearchItems", "a{ss}", List.of(attributes));
    return new Found(paths(found.get(0)), paths(found.get(1)));
  }

  /** The attributes of an item, which a locked one shows too. */
  Map<?, ?> attributes(String item) throws IOException, BusException {
    return (Map<?, ?>) property(item, "Item", "Attributes");
  }

  byte[] secret(String item) throws IOException, BusException {
    List<Object> answer = bus.call(of(item, "Item"), "GetSecret", "o", List.of(session));
    return (byte[]) ((List<?>) answer.get(0)).get(2);
  }

  /** Stores a secret, replacing one with the same attributes. */
  void create(String collection, String label, Map<String, String> attributes, byte[] secret)
      throws IOException, BusException, DismissedException {
    Map<String, Variant> properties =
        Map.of(
            TYPES + "Item.Label",
            Variant.of(label),
            TYPES + "Item.Attributes",
            new Variant("a{ss}", attributes));
    List<Object> answer =
        bus.call(
            of(collection, "Collection"),
            "CreateItem",
            "a{sv}(oayays)b",
            List.of(properties, content(secret), true));
    prompt((String) answer.get(1));
  }

  /** Replaces the secret of an item. */
  void change(String item, byte[] secret) throws IOException, BusException {
    bus.call(of(item, "Item"), "SetSecret", "(oayays)", List.of(content(secret)));
  }

  private List<Object> content(byte[] secret) {
    return List.of(session, new byte[0], secret, "text/plain");
  }

  void delete(String item) throws IOException, BusException, DismissedException {
    prompt((String) bus.call(of(item, "Item"), "Delete", "", List.of()).get(0));
  }

  /** The collection that is unlocked with the desktop session; empty when there is none. */
  String defaultCollection() throws IOException, BusException {
    String path = (String) bus.call(SERVICE, "ReadAlias", "s", List.of("default")).get(0);
    return path.equals(NONE) ? "" : path;
  }

  boolean isLocked(String collection) throws IOException, BusException {
    return (Boolean) property(collection, "Collection", "Locked");
  }

  /** Unlocks a collection or an item; a dialog may ask for a password. */
  void unlock(String path) throws IOException, BusException, DismissedException {
    prompt((String) bus.call(SERVICE, "Unlock", "ao", List.of(List.of(path))).get(1));
  }

  void lock(String path) throws IOException, BusException, DismissedException {
    prompt((String) bus.call(SERVICE, "Lock", "ao", List.of(List.of(path))).get(1));
  }

  private void prompt(String path) throws IOException, BusException, DismissedException {
    if (path.equals(NONE)) {
      return;
    }
    bus.listen(path);
    bus.call(of(path, "Prompt"), "Prompt", "s", List.of(""));
    try {
      if ((Boolean) bus.signal(path, "Completed", DIALOG).get(0)) {
        throw new DismissedException();
      }
    } catch (SocketTimeoutException e) {
      throw new DismissedException();
    }
  }

  private Object property(String path, String type, String name) throws IOException, BusException {
    Target target = new Target(NAME, path, "org.freedesktop.DBus.Properties");
    List<Object> answer = bus.call(target, "Get", "ss", List.of(TYPES + type, name));
    return ((Variant) answer.get(0)).value();
  }

  private static Target of(String path, String type) {
    return new Target(NAME, path, TYPES + type);
  }

  private static List<String> paths(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
