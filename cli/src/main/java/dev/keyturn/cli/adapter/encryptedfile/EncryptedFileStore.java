package dev.keyturn.cli.adapter.encryptedfile;

import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.Rights;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.PassphraseStore;
import dev.keyturn.domain.store.Passphrases;
import dev.keyturn.domain.store.Passphrases.Question;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keys in an encrypted file. Its passphrase is asked for once in a process. Thread-safe. */
public final class EncryptedFileStore implements PassphraseStore {

  private static final int TRIES = 3;

  /** How long the processes that waited for the prompt can get the key. */
  private static final Duration SHARED = Duration.ofMinutes(1);

  private final Question question;
  private final Path file;
  private final AgentClient agent;
  private final Locks locks;
  private final Passphrases passphrases;
  private final Supplier<SecureRandom> random;
  private @Nullable FileKey known;

  /**
   * The file at {@code file}.
   *
   * @param place its place
   * @param file its absolute path
   * @param agents the folder of the agents' sockets, and the command that starts one
   */
  public EncryptedFileStore(
      StorePlace place,
      Path file,
      Agents agents,
      Locks locks,
      Passphrases passphrases,
      Supplier<SecureRandom> random) {
    this.question = new Question(place, "passphrase", "the encrypted file " + file);
    this.file = file;
    this.agent = new AgentClient(agents, file);
    this.locks = locks;
    this.passphrases = passphrases;
    this.random = random;
  }

  /**
   * How to reach and start agents.
   *
   * @param folder the folder of their sockets
   * @param command the command that starts one, without the socket and the seconds
   * @param longest after that time without an answer, none runs
   */
  public record Agents(Path folder, List<String> command, Duration longest) {

    /** Agents that have ten seconds for an answer, which takes some milliseconds. */
    public Agents(Path folder, List<String> command) {
      this(folder, command, Duration.ofSeconds(10));
    }

    /**
     * Ends every agent.
     *
     * @return whether one ran
     */
    public boolean end() {
      return AgentClient.endAll(this);
    }
  }

  @Override
  public List<ItemName> names() {
    return read(LockedFile.read(file)).map(KeyFile::names).orElse(List.of());
  }

  @Override
  public synchronized StoredSecret get(ItemName name) {
    KeyFile there = read(LockedFile.read(file)).orElse(null);
    Secret secret = there == null ? null : open(there).secrets().get(name);
    if (secret == null) {
      throw new StoreFailure.Missing(question.of(), name.text()).exception();
    }
    return new ReadableSecret(name.kind(), secret);
  }

  @Override
  public void prepare() {
    PrivateFiles.createFoldersOf(file);
    edit(open -> open);
  }

  @Override
  public void put(ItemName name, Secret secret) {
    PrivateFiles.createFoldersOf(file);
    edit(open -> open.with(name, secret));
  }

  @Override
  public void remove(ItemName name) {
    if (names().contains(name)) {
      edit(open -> open.without(name));
    }
  }

  @Override
  public Condition condition() {
    if (!Files.exists(file)) {
      return new Condition(Condition.State.EMPTY, file.toString());
    }
    KeyFile there = KeyFile.parse(LockedFile.read(file)).orElse(null);
    if (there == null) {
      return new Condition(Condition.State.UNAVAILABLE, broken().failure().message());
    }
    boolean open = keyOfAgent(there).isPresent();
    return new Condition(open ? Condition.State.OPEN : Condition.State.LOCKED, file.toString());
  }

  @Override
  public synchronized boolean unlock(Duration time) {
    FileKey key = openExisting().key();
    agent.end();
    agent.start(key, time);
    return true;
  }

  @Override
  public synchronized void lock() {
    agent.end();
    known = null;
  }

  @Override
  public synchronized void changePassphrase() {
    lock();
    openExisting();
    Secret fresh = passphrases.choose(question);
    if (read(LockedFile.read(file)).flatMap(there -> derive(there, fresh)).isPresent()) {
      throw new Failure.Usage(
              "the new passphrase of "
                  + question.of()
                  + " is the same as the old one; nothing"
                  + " was changed",
              "unset " + Variable.KEYTURN_STORE_PASSPHRASE_COMMAND)
          .exception();
    }
    edit(open -> open.under(fresh, random.get()));
  }

  /** The file is not locked while a person types. */
  private synchronized void edit(UnaryOperator<OpenFile> change) {
    OpenFile first = read(LockedFile.read(file)).map(this::open).orElseGet(this::create);
    try (LockedFile locked = LockedFile.lock(file, locks)) {
      OpenFile before = read(locked.bytes()).map(this::open).orElse(first);
      OpenFile after = change.apply(before);
      locked.replace(after.encrypt(random.get()).bytes(), Rights.PRIVATE);
      known = after.key();
    }
  }

  private OpenFile openExisting() {
    return read(LockedFile.read(file))
        .map(this::open)
        .orElseThrow(() -> new StoreFailure.Missing(question.of(), "key").exception());
  }

  private OpenFile create() {
    checkMemory(KeyCost.RECOMMENDED);
    return OpenFile.create(passphrases.choose(question), KeyCost.RECOMMENDED, random.get());
  }

  private OpenFile open(KeyFile there) {
    FileKey key = known;
    if (key == null || !key.opens(there)) {
      key = keyOfAgent(there).orElse(null);
    }
    if (key == null) {
      checkMemory(there.cost());
      key = passphrases.open(question, TRIES, new Opening(there));
    }
    known = key;
    return OpenFile.decrypt(there, key).orElseThrow(this::broken);
  }

  private Optional<FileKey> keyOfAgent(KeyFile there) {
    return agent.key().filter(held -> held.opens(there));
  }

  /** Opens a file once for all processes that wait to open it: they get the key from an agent. */
  private final class Opening implements Passphrases.Attempt<FileKey> {
    private final KeyFile there;

    Opening(KeyFile there) {
      this.there = there;
    }

    @Override
    public Optional<FileKey> with(Secret answer) {
      return derive(there, answer);
    }

    @Override
    public Optional<FileKey> openedByOthers() {
      return keyOfAgent(there);
    }

    @Override
    public boolean share(FileKey opened) {
      agent.end();
      agent.start(opened, SHARED);
      return true;
    }
  }

  /** Checked before asking for a passphrase that would be useless. */
  private void checkMemory(KeyCost cost) {
    if (Runtime.getRuntime().maxMemory() >> 20 < cost.heap()) {
      throw new StoreFailure.Unavailable(
              question.of(),
              "opening it needs more memory than Java may use: " + cost.heap() + " MiB",
              "export KEYTURN_JAVA_OPTIONS=-Xmx" + 2 * cost.heap() + "m")
          .exception();
    }
  }

  private static Optional<FileKey> derive(KeyFile there, Secret passphrase) {
    FileKey key = FileKey.derive(passphrase, there.cost(), there.salt());
    return key.opens(there) ? Optional.of(key) : Optional.empty();
  }

  /** The file in {@code bytes}; empty when there is none yet. */
  private Optional<KeyFile> read(byte[] bytes) {
    if (bytes.length == 0) {
      return Optional.empty();
    }
    return Optional.of(KeyFile.parse(bytes).orElseThrow(this::broken));
  }

  private FailureException broken() {
    return new StoreFailure.Unavailable(
            question.of(),
            "it was changed, or Keyturn did not write it",
            "put a backup of it in its place")
        .exception();
  }
}
