package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;
import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.StateMembers.ACCOUNT_ID;
import static dev.keyturn.sandbox.statefile.type.Type.listOf;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.Member;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Users, access keys and devices that come into a running sandbox, written as in a state file.
 * Guarded by the lock of the state.
 */
public final class Additions {
  private static final int MOST_KEYS = 2;
  private static final int MOST_DEVICES = 8;

  public static final Member<List<Field>> ADD_USERS =
      optional("AddUsers", listOf(USER)).or(List.of());
  public static final Member<List<Field>> ADD_KEYS =
      optional(
              "AddAccessKeys",
              listOf(
                  new ObjectType(
                      "added key",
                      USER_NAME,
                      KEY_ID,
                      KEY_SECRET,
                      KEY_STATUS,
                      CREATED,
                      KEY_VALID_FROM)))
          .or(List.of());
  public static final Member<List<Field>> ADD_DEVICES =
      optional(
              "AddMFADevices",
              listOf(
                  new ObjectType(
                      "added device",
                      USER_NAME,
                      DEVICE_SERIAL,
                      DEVICE_SEED,
                      DEVICE_OFFSET,
                      DEVICE_ENABLED,
                      TAGS)))
          .or(List.of());

  private final State state;
  private final Account account;
  private final Instant now;

  private Additions(State state, Account account, Instant now) {
    this.state = state;
    this.account = account;
    this.now = now;
  }

  /**
   * Adds what this object has in {@link #ADD_USERS}, {@link #ADD_KEYS} and {@link #ADD_DEVICES}: to
   * the account of its {@code AccountId}, else to the first one. Adds all of it or nothing.
   *
   * @throws StateFileException naming the place and what is wrong there
   */
  public static void add(State state, Field wish, Instant now) {
    List<Field> users = wish.get(ADD_USERS);
    List<Field> keys = wish.get(ADD_KEYS);
    List<Field> devices = wish.get(ADD_DEVICES);
    if (users.isEmpty() && keys.isEmpty() && devices.isEmpty()) {
      return;
    }
    Account account = account(state, wish);
    Additions additions = new Additions(state, account, now);
    Runnable undo = additions.undo();
    try {
      additions.addAll(users, keys, devices);
    } catch (StateFileException e) {
      undo.run();
      throw e;
    }
  }

  private static Account account(State state, Field wish) {
    String id = wish.find(ACCOUNT_ID);
    List<Account> accounts = state.accounts();
    Account account = id == null && !accounts.isEmpty() ? accounts.get(0) : null;
    if (id != null) {
      account = state.account(id);
    }
    if (account == null) {
      throw wish.wrong(ACCOUNT_ID, id == null ? "there is no account" : "no account " + id);
    }
    return account;
  }

  private void addAll(List<Field> users, List<Field> keys, List<Field> devices) {
    PolicyReader policies = new PolicyReader(account, state.identifiers(), now);
    DeviceReader deviceReader = new DeviceReader(account, state.identifiers(), now);
    UserReader userReader =
        new UserReader(account, state.identifiers(), now, policies, deviceReader);
    users.forEach(userReader::read);
    keys.forEach(this::addKey);
    devices.forEach(field -> addDevice(field, deviceReader));
    StateReader.requireDistinctKeys(state);
  }

  private void addKey(Field field) {
    User user = user(field);
    if (user.accessKeys().size() == MOST_KEYS) {
      throw field.wrong("user " + user.name() + " has two access keys already");
    }
    user.accessKeys().add(new KeyReader(state.identifiers(), now).read(field));
  }

  private void addDevice(Field field, DeviceReader devices) {
    User user = user(field);
    if (account.devicesOf(user).size() == MOST_DEVICES) {
      throw field.wrong("user " + user.name() + " has eight MFA devices already");
    }
    devices.readMore(field, user);
  }

  private User user(Field field) {
    String name = field.get(USER_NAME);
    User user = account.user(name);
    if (user == null) {
      throw field.wrong(USER_NAME, "no user " + name + " in account " + account.id());
    }
    return user;
  }

  /** Takes back what is added from now on. */
  private Runnable undo() {
    List<User> users = account.users();
    List<MfaDevice> devices = account.devices();
    Map<User, List<AccessKey>> keys = new LinkedHashMap<>();
    users.forEach(user -> keys.put(user, List.copyOf(user.accessKeys())));
    return () -> {
      account.users().stream().filter(user -> !users.contains(user)).forEach(account::remove);
      account.devices().stream()
          .filter(device -> !devices.contains(device))
          .forEach(account::remove);
      account.groups().forEach(group -> group.users().retainAll(users));
      keys.forEach((user, before) -> user.accessKeys().retainAll(before));
    };
  }
}
