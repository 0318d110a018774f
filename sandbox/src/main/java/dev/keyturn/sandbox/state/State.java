package dev.keyturn.sandbox.state;

import dev.keyturn.sandbox.state.bucket.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All accounts of a sandbox, and the settings that apply to all of them. */
public final class State {
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Identifiers identifiers;
  private final List<Runnable> handedOut = new ArrayList<>();
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

  /** How much of the memory for objects all of them and all parts of uploads take. */
  public long storedBytes() {
    return accounts.values().stream()
        .flatMap(account -> account.buckets().stream())
        .mapToLong(Bucket::storedBytes)
        .sum();
  }

  /**
   * Takes over the accounts and settings of another state. Sessions, and all else that was handed
   * out before, end.
   */
  public void become(State other) {
    accounts.clear();
    accounts.putAll(other.accounts);
    settings = other.settings;
    handedOut.forEach(Runnable::run);
  }

  /** Runs this whenever the state is replaced: it must forget what was handed out before. */
  public void whenReplaced(Runnable forget) {
    handedOut.add(forget);
  }

  /** The account that owns the bucket; bucket names are unique among all accounts. */
  public @Nullable Account owner(String bucket) {
    return accounts.values().stream()
        .filter(account -> account.bucket(bucket) != null)
        .findFirst()
        .orElse(null);
  }
}
