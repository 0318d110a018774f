package dev.keyturn.sandbox;

import static java.util.Objects.requireNonNull;

import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.running.RunningSandbox;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * A local AWS in this process, on a free port of 127.0.0.1, until it is closed.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   SandboxUser alice = sandbox.user("alice");
 *   // give a program sandbox.url(), alice.accessKey(), alice.serialNumber()
 *   // and, when it asks for a code, sandbox.code("alice")
 * }
 * }</pre>
 *
 * <p>A <em>state</em> is the JSON text that a state file contains: accounts with users, keys,
 * devices, roles and buckets, described in {@code docs/sandbox.md} and by {@code
 * docs/sandbox-state.schema.json}. If it names no accounts, account 123456789012 has the user
 * {@code alice} with a virtual MFA device, who may do everything with MFA, but without it little
 * more than get a session; {@code newcomer}, {@code passkey}, {@code twin} and {@code token}; the
 * roles {@code admin} and {@code readonly}, which require MFA; and the bucket {@code
 * examplebucket}.
 *
 * <p>Safe for use by several threads. A change made by a method is visible to every request that
 * begins after the method returned.
 */
public final class Sandbox implements AutoCloseable {
  private final RunningSandbox running;

  private Sandbox(RunningSandbox running) {
    this.running = running;
  }

  /**
   * Starts a sandbox with the default state. Keys and seeds are random.
   *
   * @throws UncheckedIOException when there is no free port
   */
  public static Sandbox start() {
    return start("{}");
  }

  /**
   * Starts a sandbox with this state. Values that the state leaves out, such as keys and seeds, are
   * generated.
   *
   * @param state JSON, as in a state file
   * @throws IllegalArgumentException for an invalid state; the message names the line and the
   *     mistake
   * @throws UncheckedIOException when there is no free port
   */
  public static Sandbox start(String state) {
    try {
      return new Sandbox(RunningSandbox.start(state, new SandboxClock(Clock.systemUTC())));
    } catch (StateFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The endpoint of all its services, such as {@code http://127.0.0.1:49152}. */
  public String url() {
    return running.url();
  }

  /**
   * The URL for control calls of other programs, which must send the header {@code Authorization:
   * Bearer TOKEN} with {@link #controlToken()}; {@code docs/sandbox.md} describes them.
   */
  public String controlUrl() {
    return running.controlUrl();
  }

  /** The token for {@link #controlUrl()}: random, and different in every sandbox. */
  public String controlToken() {
    return running.controlToken();
  }

  /**
   * A user with their keys and devices, from the first account with a user of this name.
   *
   * @throws IllegalArgumentException when no account has such a user
   */
  public SandboxUser user(String userName) {
    synchronized (running.state()) {
      for (Account account : running.state().accounts()) {
        User user = account.user(userName);
        if (user != null) {
          return describe(account, user);
        }
      }
    }
    throw new IllegalArgumentException("no user " + userName);
  }

  private static SandboxUser describe(Account account, User user) {
    return new SandboxUser(
        account.arnOf(user),
        user.accessKeys().stream().map(key -> new SandboxKey(key.id(), key.secret())).toList(),
        account.devicesOf(user).stream().map(MfaDevice::serialNumber).toList());
  }

  /**
   * Six digits that AWS would accept now as the code of a device. A code is accepted once, so after
   * one was used, this returns the next one. AWS also accepts the previous and the next code, so
   * three codes are available at any time. After these, {@link #advance} by 30 seconds or {@link
   * #reset}.
   *
   * @param userOrDevice the name of a user, whose first device with a seed is used, or the serial
   *     number of a device
   * @throws IllegalArgumentException when the device does not exist, has no codes, as a passkey, or
   *     its present codes are used up
   */
  public String code(String userOrDevice) {
    return refused(() -> running.controls().code(userOrDevice));
  }

  /**
   * Adds a user to the first account.
   *
   * @param user JSON, as in a state, such as {@code {"UserName":"carol","MFADevices":[{}]}}: a user
   *     with one access key, a virtual device and no permissions
   * @return the user, with a generated key and seed if {@code user} has none
   * @throws IllegalArgumentException when it is not a valid user, or the name exists already
   */
  public SandboxUser addUser(String user) {
    return refused(() -> {
      Json described = Json.parse(user);
      synchronized (running.state()) {
        change(new Members().list("AddUsers", List.of(described), one -> one).json().print());
        // A valid user is an object with a name.
        Json name = requireNonNull(((Json.Obj) described).get("UserName"));
        return user(((Json.Str) name).value());
      }
    });
  }

  /**
   * Creates another access key for a user of the first account, which is valid at once.
   *
   * @throws IllegalArgumentException when the user does not exist, or has two keys already
   */
  public SandboxKey addAccessKey(String userName) {
    synchronized (running.state()) {
      add("AddAccessKeys", userName);
      List<SandboxKey> keys = user(userName).accessKeys();
      return keys.get(keys.size() - 1);
    }
  }

  /**
   * Creates and enables another virtual MFA device for a user of the first account.
   *
   * @return its serial number, for {@link #code}
   * @throws IllegalArgumentException when the user does not exist, or has eight devices already
   */
  public String addDevice(String userName) {
    synchronized (running.state()) {
      add("AddMFADevices", userName);
      List<String> devices = user(userName).serialNumbers();
      return devices.get(devices.size() - 1);
    }
  }

  private void add(String member, String userName) {
    Json wish = new Members().text("UserName", userName).json();
    change(new Members().list(member, List.of(wish), one -> one).json().print());
  }

  /** The time of the sandbox's clock, which is used for codes, sessions and signatures. */
  public Instant now() {
    return running.controls().now();
  }

  /**
   * Advances the clock: codes change and sessions age. Requests may still be signed with the real
   * time, but presigned URLs may not.
   *
   * @throws IllegalArgumentException for a negative time
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + time);
    }
    running.controls().advance(time);
  }

  /** How often an action, such as {@code GetSessionToken}, was requested since the last reset. */
  public long requests(String action) {
    return running.controls().requests(action);
  }

  /**
   * Makes any control call: faults, the clock, and everything without a method here.
   *
   * @param change JSON, as posted to {@link #controlUrl()}
   * @throws IllegalArgumentException for an invalid change, which then has no effect at all
   */
  public void change(String change) {
    refused(() -> {
      running.controls().change(change);
      return change;
    });
  }

  /**
   * Restores the initial state: its users with the same keys, devices and objects, its clock and
   * faults. Every session ends, used codes are accepted again, and counts restart at 0.
   */
  public void reset() {
    change("{\"Reset\":true}");
  }

  /** Stops immediately and aborts requests in progress. Closing it again has no effect. */
  @Override
  public void close() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T refused(Supplier<T> work) {
    try {
      return work.get();
    } catch (StateFileException | JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
