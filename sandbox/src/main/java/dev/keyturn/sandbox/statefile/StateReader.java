package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.StateMembers.*;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a state.
 *
 * <pre>
 * state = { "Accounts" : [ account … ], "Faults" : [ fault … ], "SessionSeconds" : seconds,
 *           "KeyDelaySeconds" : seconds, "EnableCodesCount" : true / false, "MaxStoredMiB" : number }
 * </pre>
 *
 * <p>Without {@code Accounts} the default company lives there. {@link AccountReader} has the
 * grammar of an account, {@link FaultReader} that of a fault.
 */
public final class StateReader {
  private final Identifiers identifiers;
  private final Instant now;

  /**
   * A reader that makes up what is missing.
   *
   * @param now the creation date of what has none
   */
  public StateReader(Identifiers identifiers, Instant now) {
    this.identifiers = identifiers;
    this.now = now;
  }

  /** The default company. */
  public Situation readDefault() {
    return read("{}");
  }

  /**
   * Reads the text of a state file.
   *
   * @throws StateFileException naming the place and what is wrong there
   */
  public Situation read(String text) {
    Field root = parse(text);
    try {
      return read(root);
    } catch (StateFileException e) {
      throw new StateFileException("line " + Json.lineOf(e.place(), text) + ", " + e.getMessage());
    }
  }

  private Situation read(Field root) {
    STATE.read(root);
    State state = new State(identifiers, settings(root));
    AccountReader reader = new AccountReader(identifiers, now);
    Field company = root.find(ACCOUNTS) == null ? parse(defaultCompany()) : root;
    for (Field account : company.get(ACCOUNTS)) {
      add(state, reader.read(account));
    }
    requireDistinctKeys(state);
    List<Fault> faults = new ArrayList<>();
    root.get(FAULTS).forEach(fault -> faults.add(FaultReader.read(fault)));
    return new Situation(state, faults);
  }

  private static void add(State state, Account account) {
    if (state.account(account.id()) != null) {
      throw new StateFileException("Accounts", "Accounts: two accounts " + account.id());
    }
    state.add(account);
  }

  static void requireDistinctKeys(State state) {
    Set<String> ids = new HashSet<>();
    for (Account account : state.accounts()) {
      requireDistinct(account.root(), ids);
      account.users().forEach(user -> requireDistinct(user, ids));
    }
  }

  private static void requireDistinct(User user, Set<String> ids) {
    for (AccessKey key : user.accessKeys()) {
      if (!ids.add(key.id())) {
        throw new StateFileException("Accounts", "Accounts: two access keys " + key.id());
      }
    }
  }

  private static Field parse(String text) {
    try {
      return new Field("", Json.parse(text));
    } catch (JsonException e) {
      throw new StateFileException(String.valueOf(e.getMessage()));
    }
  }

  private static Settings settings(Field root) {
    Integer life = root.find(SESSION_SECONDS);
    return new Settings(
        life == null ? null : Duration.ofSeconds(life),
        Duration.ofSeconds(root.get(KEY_DELAY)),
        root.get(ENABLE_CODES),
        root.get(MAX_STORED));
  }

  private static String defaultCompany() {
    try (InputStream in = StateReader.class.getResourceAsStream("default-company.json")) {
      if (in == null) {
        throw new IllegalStateException("default-company.json is not in this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
