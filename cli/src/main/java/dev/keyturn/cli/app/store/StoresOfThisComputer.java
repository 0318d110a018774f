package dev.keyturn.cli.app.store;

import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.cli.adapter.keychain.KeychainStore;
import dev.keyturn.cli.adapter.secretprogram.HelperStore;
import dev.keyturn.cli.adapter.secretprogram.PassStore;
import dev.keyturn.cli.adapter.secretprogram.PassphraseProgram;
import dev.keyturn.cli.adapter.token.TokenStore;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.store.AskedPassphrases;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The stores of this computer; each is built when it is first needed. */
public final class StoresOfThisComputer implements SecretStores {

  private static final StorePlace PASS = StorePlace.parse("pass");
  private static final StorePlace PASS_BY_NAME = StorePlace.parse("pass:keyturn");

  private final Map<StorePlace, SecretStore> built = new ConcurrentHashMap<>();
  private final Surroundings surroundings;
  private final Locks locks;
  private final AskedPassphrases passphrases;
  private final Supplier<SecureRandom> random;

  /**
   * The surroundings of the stores.
   *
   * @param environment the environment variables
   * @param home the home folder
   * @param agents how encrypted files are kept open
   */
  public record Surroundings(Map<String, String> environment, Path home, Agents agents) {}

  /**
   * Takes its collaborators.
   *
   * @param terminal where to ask for passphrases
   * @param notes takes messages for the user
   */
  public StoresOfThisComputer(
      Surroundings surroundings,
      Locks locks,
      Terminal terminal,
      Consumer<String> notes,
      Supplier<SecureRandom> random) {
    this.surroundings = surroundings;
    this.locks = locks;
    this.passphrases =
        new AskedPassphrases(
            terminal,
            new PassphraseProgram(surroundings.environment(), terminal::keepMode),
            locks,
            notes);
    this.random = random;
  }

  @Override
  public SecretStore at(StorePlace place) {
    return built.computeIfAbsent(canonical(place), name -> build(place));
  }

  /** The name of an encrypted file includes its path, unless it is the default one. */
  @Override
  public StorePlace canonical(StorePlace place) {
    if (place.kind() != StorePlace.Kind.ENCRYPTED_FILE || isRelative(place)) {
      return place.equals(PASS_BY_NAME) ? PASS : place;
    }
    Path file = file(place).normalize();
    return file.equals(usualFile())
        ? new StorePlace(place.kind(), "")
        : new StorePlace(place.kind(), file.toString());
  }

  private boolean isRelative(StorePlace place) {
    String path = place.address();
    return !path.isEmpty() && !path.startsWith("~/") && !Path.of(path).isAbsolute();
  }

  /** From now on no store asks for a passphrase, or opens a dialog. */
  public void askNobody() {
    passphrases.askNobody();
  }

  @Override
  public boolean lockAll() {
    return surroundings.agents().end();
  }

  private SecretStore build(StorePlace place) {
    Map<String, String> environment = surroundings.environment();
    Path home = surroundings.home();
    return switch (place.kind()) {
      case AWS_FILES -> throw new IllegalArgumentException("the AWS files are not such a place");
      case KEYCHAIN -> new KeychainStore(environment, passphrases::asksPeople);
      case ENCRYPTED_FILE ->
          new EncryptedFileStore(
              place, file(place), surroundings.agents(), locks, passphrases, random);
      case PKCS11 -> new TokenStore(place, passphrases);
      case PASS -> new PassStore(place, environment, home);
      case PROGRAM -> new HelperStore(place, environment);
    };
  }

  private Path file(StorePlace place) {
    String path = place.address();
    if (path.isEmpty()) {
      return usualFile();
    }
    if (path.startsWith("~/")) {
      return surroundings.home().resolve(path.substring(2));
    }
    if (isRelative(place)) {
      throw relative(place);
    }
    return Path.of(path);
  }

  private Path usualFile() {
    return surroundings.home().resolve(".aws").resolve("keyturn-keys").normalize();
  }

  /** The line in the config file is read in any folder where AWS tools run. */
  private FailureException relative(StorePlace place) {
    Path absolute = surroundings.home().resolve(place.address());
    return new Failure.Usage(
            "'" + place + "' does not have an absolute path", "use encrypted-file:" + absolute)
        .exception();
  }
}
