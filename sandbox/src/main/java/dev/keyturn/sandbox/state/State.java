package dev.keyturn.sandbox.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts of a sandbox, and the switches that hold for all of them. */
public final class State {
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Identifiers identifiers;
  private Settings settings;

  public State(Identifiers identifiers, Settings settings) {
    this.identifiers = identifiers;
    this.settings = settings;
  }

  /** Makes the ids, keys and seeds of whatever is created here. */
  public Identifiers identifiers() {
    return identifiers;
  }

  public Settings settings() {
    return settings;
  }

  public void change(Settings newSettings) {
    settings = newSettings;
  }

  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  public @Nullable Account account(String id) {
    return accounts.get(id);
  }

  public void add(Account account) {
    accounts.put(account.id(), account);
  }

  /** The account that owns the bucket; bucket names are unique over all accounts. */
  public @Nullable Account owner(String bucket) {
    return accounts.values().stream()
        .filter(account -> account.bucket(bucket) != null)
        .findFirst()
        .orElse(null);
  }
}
