package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.adapter.state.encryption.CacheEncryption;
import dev.keyturn.adapter.state.encryption.CacheSecrets;
import dev.keyturn.cli.adapter.token.TokenStore;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SoftHSM, which runs in this process and reads its configuration once: all tests share one folder
 * of tokens.
 */
class TokenTest extends StoreFacts {

  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String LABEL = "Alice's Key";
  private static final Path FOLDER = Path.of("target", "softhsm").toAbsolutePath();

  private static final Session SESSION =
      new Session(
          new SessionCredentials(
              "ASIAIOSFODNN7EXAMPLE",
              SECRET,
              Secret.of("IQoJb3JpZ2luX2VjEXAMPLE/+="),
              Instant.parse("2026-11-21T12:00:00Z")),
          new Identity("123456789012", "arn:aws:iam::123456789012:user/alice", "AIDAEXAMPLE"),
          null,
          null,
          Duration.ofHours(12));

  @BeforeAll
  static void makeTokens() throws Exception {
    RealProgram.need("softhsm2-util");
    RealProgram.needFile(MODULE);
    String configuration = System.getenv("SOFTHSM2_CONF");
    assumeTrue(configuration != null, "SOFTHSM2_CONF is not set for this JVM");
    Path tokens = FOLDER.resolve("tokens");
    delete(tokens);
    Files.createDirectories(tokens);
    Files.writeString(
        Path.of(configuration),
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    for (String label : List.of("Another", LABEL)) {
      RealProgram.run(
          Map.of(),
          "",
          "softhsm2-util",
          "--init-token",
          "--free",
          "--label",
          label,
          "--pin",
          "1234",
          "--so-pin",
          "5678");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : new ArrayList<>(files.toList()).reversed()) {
          Files.delete(file);
        }
      }
    }
  }

  private static StorePlace place(String label) {
    return StorePlace.parse("pkcs11:token=" + label + "?module-path=" + MODULE);
  }

  private static TokenStore store(KnownPassphrase pin) {
    return new TokenStore(place("Alice's%20Key"), pin);
  }

  @Override
  SecretStore store() {
    return store(new KnownPassphrase("1234"));
  }

  @Override
  boolean readable() {
    return false;
  }

  @Test
  void the_secret_is_in_no_file_of_the_token_and_no_program_can_read_it() throws Exception {
    store().put(KEY, SECRET);

    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("wJalr");
      }
    }
    String objects =
        RealProgram.run(
            Map.of(),
            "",
            "pkcs11-tool",
            "--module",
            MODULE.toString(),
            "--token-label",
            LABEL,
            "--login",
            "--pin",
            "1234",
            "--list-objects",
            "--type",
            "secrkey");
    assertThat(objects).contains("  sensitive").doesNotContain("extractable");
    assertThat(objects.lines().filter(line -> line.contains("Secret Key Object")))
        .as("one copy for each name")
        .hasSize((int) objects.lines().filter(line -> line.contains("access-key/")).count());
  }

  @Test
  void it_keeps_the_key_of_encrypted_sessions(@TempDir Path state) throws IOException {
    SessionKey key = new SessionKey("aws\nAKIAIOSFODNN7EXAMPLE\n\nuser");
    EncryptedSessions here = EncryptedSessions.in(state, store());
    here.encryption().encrypt(place("Alice's%20Key"));
    here.sessions().save(key, SESSION);

    EncryptedSessions elsewhere = EncryptedSessions.in(state, store());
    assertThat(elsewhere.sessions().open(key)).contains(SESSION);
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("wJalr", "IQoJb3JpZ2lu");
      }
    }
    assertThat(elsewhere.encryption().decrypt().kept()).isEqualTo(1);
    assertThat(elsewhere.encryption().unusedKeys()).isEmpty();
    assertThat(EncryptedSessions.in(state, store()).sessions().open(key)).contains(SESSION);
  }

  /** What one process has. */
  private record EncryptedSessions(FileSessionStore sessions, CacheEncryption encryption) {

    static EncryptedSessions in(Path state, SecretStore token) {
      StateFolder folder = new StateFolder(state);
      SecretStores stores = place -> token;
      CacheSecrets secrets =
          new CacheSecrets(folder, stores, new FileLocks(state), SecureRandom::new);
      return new EncryptedSessions(
          new FileSessionStore(folder, secrets),
          new CacheEncryption(folder, stores, secrets, SecureRandom::new));
    }
  }

  @Test
  void a_wrong_pin_is_tried_once() {
    KnownPassphrase wrong = new KnownPassphrase("0000");
    TokenStore another = new TokenStore(place("Another"), wrong);

    assertThatThrownBy(() -> another.get(KEY)).hasMessage("wrong PIN for the token 'Another'");
    assertThat(wrong.asked).isEqualTo(1);
  }

  @Test
  void a_missing_token_is_reported_with_the_tokens_that_exist() {
    KnownPassphrase nobody = new KnownPassphrase("");
    TokenStore store = new TokenStore(place("Bobs"), nobody);

    assertThat(store.condition().state()).isEqualTo(Condition.State.UNAVAILABLE);
    assertThatThrownBy(() -> store.get(KEY))
        .hasMessageContaining("no token has this label")
        .hasMessageContaining(LABEL)
        .hasMessageContaining("Another");
    assertThat(nobody.asked).isZero();
  }

  @Test
  void a_library_that_does_not_exist_is_named() {
    StorePlace nowhere = StorePlace.parse("pkcs11:token=X?module-path=/nowhere.so");

    assertThatThrownBy(() -> new TokenStore(nowhere, new KnownPassphrase("")).get(KEY))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("/nowhere.so");
  }
}
