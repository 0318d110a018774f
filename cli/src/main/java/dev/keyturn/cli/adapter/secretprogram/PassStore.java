package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keys in the standard Unix password manager, each in a file encrypted with GnuPG. gpg-agent
 * decides whether to ask for a passphrase. Thread-safe.
 */
public final class PassStore implements SecretStore {

  private static final String TITLE = "pass";
  private static final String SUFFIX = ".gpg";

  private final SecretProgram program;
  private final String prefix;
  private final Path folder;

  /**
   * A folder of the password store.
   *
   * @param place names the folder; {@code keyturn} if it names none
   * @param home the home folder of its owner
   */
  public PassStore(StorePlace place, Map<String, String> environment, Path home) {
    this.program = new SecretProgram(environment);
    this.prefix = place.address().isEmpty() ? "keyturn" : place.address();
    String root = environment.getOrDefault("PASSWORD_STORE_DIR", "");
    Path store = root.isEmpty() ? home.resolve(".password-store") : Path.of(root);
    this.folder = store.resolve(prefix);
  }

  @Override
  public List<ItemName> names() {
    List<ItemName> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.map(folder::relativize).map(Path::toString).forEach(file -> addName(file, names));
      } catch (IOException e) {
        throw unavailable(String.valueOf(e.getMessage()));
      }
    }
    return names;
  }

  private static void addName(String file, List<ItemName> names) {
    if (file.endsWith(SUFFIX)) {
      String name = file.substring(0, file.length() - SUFFIX.length());
      ItemName.parse(name.replace('\\', '/')).ifPresent(names::add);
    }
  }

  private boolean has(ItemName name) {
    return Files.exists(folder.resolve(name.text() + SUFFIX));
  }

  @Override
  public StoredSecret get(ItemName name) {
    if (!has(name)) {
      throw new StoreFailure.Missing(TITLE, prefix + "/" + name.text()).exception();
    }
    String secret = run("", "show", entry(name)).lines().findFirst().orElse("");
    return new ReadableSecret(name.kind(), Secret.of(secret));
  }

  /** Without a GPG id, nothing can be encrypted and stored. */
  @Override
  public void prepare() {
    run("", "ls");
  }

  @Override
  public void put(ItemName name, Secret secret) {
    run(secret.reveal(Reveal.STORE) + "\n", "insert", "--multiline", "--force", entry(name));
  }

  @Override
  public void remove(ItemName name) {
    if (has(name)) {
      run("", "rm", "--force", entry(name));
    }
  }

  private String entry(ItemName name) {
    return prefix + "/" + name.text();
  }

  @Override
  public Condition condition() {
    try {
      program.run(List.of(TITLE, "version"), "");
    } catch (IOException e) {
      return new Condition(Condition.State.UNAVAILABLE, "it is not installed");
    }
    return Files.exists(folder)
        ? new Condition(Condition.State.OPEN, "gpg-agent may ask for a passphrase")
        : new Condition(Condition.State.EMPTY, prefix);
  }

  private String run(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of(TITLE));
    command.addAll(List.of(arguments));
    try {
      Ended ended = program.run(command, input);
      if (ended.status() != 0) {
        throw unavailable(ended.complaint());
      }
      return ended.output();
    } catch (IOException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static FailureException unavailable(String why) {
    return new StoreFailure.Unavailable(TITLE, why, "list its entries: pass ls").exception();
  }
}
