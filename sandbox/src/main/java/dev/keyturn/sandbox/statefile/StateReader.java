package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a state.
 *
 * <pre>
 * state = { "Accounts" : [ account … ], "Faults" : [ fault … ], "SessionSeconds" : seconds,
 *           "KeyDelaySeconds" : seconds, "EnableCodesCount" : true / false }
 * </pre>
 *
 * <p>Without {@code Accounts} the default company lives there. {@link AccountReader} has the
 * grammar of an account, {@link FaultReader} that of a fault.
 */
public final class StateReader {
  private static final int YEAR_SECONDS = 366 * 24 * 3600;

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
    root.object(
        Set.of("Accounts", "Faults", "SessionSeconds", "KeyDelaySeconds", "EnableCodesCount"));
    State state = new State(identifiers, settings(root));
    AccountReader reader = new AccountReader(identifiers, now);
    Field company = root.member("Accounts") == null ? parse(defaultCompany()) : root;
    for (Account account : company.list("Accounts", reader::read)) {
      add(state, account);
    }
    requireDistinctKeys(state);
    List<Fault> faults = root.list("Faults", FaultReader::read);
    return new Situation(state, faults);
  }

  private static void add(State state, Account account) {
    if (state.account(account.id()) != null) {
      throw new StateFileException("Accounts", "Accounts: two accounts " + account.id());
    }
    state.add(account);
  }

  private static void requireDistinctKeys(State state) {
    Set<String> ids = new HashSet<>();
    for (Account account : state.accounts()) {
      Stream.concat(Stream.of(account.root()), account.users().stream())
          .flatMap(user -> user.accessKeys().stream())
          .filter(key -> !ids.add(key.id()))
          .findFirst()
          .ifPresent(key -> {
            throw new StateFileException(
                "Accounts", "Accounts: the access key " + key.id() + " twice");
          });
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
    return new Settings(
        sessionLife(root),
        Duration.ofSeconds(root.number("KeyDelaySeconds", 0, YEAR_SECONDS, 0)),
        root.flag("EnableCodesCount", true));
  }

  private static @Nullable Duration sessionLife(Field root) {
    int seconds = root.number("SessionSeconds", 1, YEAR_SECONDS, 0);
    return seconds == 0 ? null : Duration.ofSeconds(seconds);
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
