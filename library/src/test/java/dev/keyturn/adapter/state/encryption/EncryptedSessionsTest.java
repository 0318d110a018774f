package dev.keyturn.adapter.state.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionEncryption.Change;
import dev.keyturn.domain.session.store.SessionEncryption.State;
import dev.keyturn.domain.session.store.SessionKey;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedSessionsTest {

  private static final StorePlace KEYCHAIN = StorePlace.parse("keychain");
  private static final StorePlace PASS = StorePlace.parse("pass");
  private static final String OLD_KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final String NEW_KEY = "AKIAI44QH8DHBEXAMPLE";
  private static final SessionKey USER = new SessionKey("aws\n" + OLD_KEY + "\n\nuser");
  private static final SessionKey ROLE = new SessionKey("aws\n" + OLD_KEY + "\n\nuser\nrole admin");
  private static final String SECRET = "Zm9yIHRoaXMgdGVzdCBhbG9uZSwgbm8ga2V5";
  private static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE/+=";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path root = Path.of("");
  private final MemoryStores stores = new MemoryStores();

  /** What one process has. */
  private record Program(FileSessionStore sessions, CacheEncryption encryption) {}

  private Program program() {
    return program(stores);
  }

  private Program program(SecretStores places) {
    StateFolder folder = new StateFolder(root);
    CacheSecrets secrets = new CacheSecrets(folder, places, new FileLocks(root), SecureRandom::new);
    return new Program(
        new FileSessionStore(folder, secrets),
        new CacheEncryption(folder, places, secrets, SecureRandom::new));
  }

  private static Session session(String secret, Instant end) {
    return new Session(
        new SessionCredentials("ASIAIOSFODNN7EXAMPLE", Secret.of(secret), Secret.of(TOKEN), end),
        new Identity("123456789012", "arn:aws:iam::123456789012:user/alice", "AIDAEXAMPLE"),
        new MfaDevice("arn:aws:iam::123456789012:mfa/alice"),
        null,
        Duration.ofHours(1));
  }

  private static Session session() {
    return session(SECRET, NOON.plusSeconds(3600));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private String everything() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  private Path record(SessionKey key) throws IOException {
    String line = "key=" + key.text().replace("\n", "\\n") + "\n";
    for (Path file : files()) {
      if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(line)) {
        return file;
      }
    }
    throw new AssertionError("no record of " + line);
  }

  @Test
  void an_encrypted_session_comes_back_in_another_process() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());

    assertThat(program().sessions().open(USER)).contains(session());
    assertThat(program().sessions().find(USER)).contains(session());
    assertThat(everything()).contains("123456789012").doesNotContain(SECRET, TOKEN);
  }

  @Test
  void what_is_not_secret_is_seen_without_the_key() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());

    Session seen = program(EncryptedSessionsTest::locked).sessions().find(USER).orElseThrow();
    assertThat(seen.remaining(NOON)).isEqualTo(Duration.ofHours(1));
    assertThat(seen.identity()).isEqualTo(session().identity());
    assertThatThrownBy(() -> seen.credentials().sessionToken().reveal(Reveal.STORE))
        .hasMessageContaining("locked");
    assertThat(seen.toString()).doesNotContain(SECRET, TOKEN);
  }

  private static SecretStore locked(StorePlace place) {
    throw new StoreFailure.Locked(place.text(), "nobody can be asked", "unlock it").exception();
  }

  @Test
  void a_locked_place_is_a_failure_and_loses_nothing() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    Program other = program(EncryptedSessionsTest::locked);

    assertThatThrownBy(() -> other.sessions().open(USER)).hasMessageContaining("locked");
    assertThatThrownBy(other.sessions()::prepare).hasMessageContaining("locked");
    assertThatThrownBy(() -> other.sessions().save(USER, session())).hasMessageContaining("locked");
    assertThatThrownBy(other.encryption()::decrypt).hasMessageContaining("locked");
    assertThatThrownBy(() -> other.encryption().encrypt(PASS)).hasMessageContaining("locked");
    assertThat(program().sessions().open(USER)).contains(session());
  }

  @Test
  void a_place_that_is_gone_names_the_line_that_goes_on_without_it() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    Program other =
        program(place -> {
          throw new StoreFailure.Unavailable("the keychain", "no desktop session", "").exception();
        });

    assertThatThrownBy(() -> other.sessions().open(USER))
        .hasMessage("cannot use the session cache: cannot use the keychain: no desktop session")
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure().hint()).endsWith("keyturn store decrypt-sessions --forget"));
    assertThat(other.encryption().forget()).isEqualTo(new Change(0, 1));
    assertThat(other.encryption().state()).isEmpty();
    assertThat(other.sessions().open(USER)).isEmpty();
  }

  @Test
  void a_place_that_lost_the_key_costs_a_login_and_nothing_else() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    stores.at(KEYCHAIN).secrets.clear();

    Program other = program();
    assertThat(other.sessions().open(USER)).isEmpty();
    other.sessions().prepare();
    assertThat(other.sessions().open(USER)).isEmpty();
    other.sessions().save(USER, session());
    assertThat(program().sessions().open(USER)).contains(session());
  }

  @Test
  void every_changed_bit_is_noticed() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    Program program = program();
    program.sessions().save(USER, session());
    Path record = record(USER);
    byte[] whole = Files.readAllBytes(record);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] changed = whole.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(record, changed);
      assertThat(program.sessions().open(USER)).as("bit %s", bit).isEmpty();
    }
  }

  @Test
  void a_secret_that_was_cut_off_is_not_a_session() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    Program program = program();
    program.sessions().save(USER, session());
    Path record = record(USER);
    String whole = Files.readString(record);
    for (int length = 0; length < 40; length++) {
      String cut = Base64.getEncoder().encodeToString(new byte[length]);
      Files.writeString(record, whole.replaceFirst("[A-Za-z0-9+/]{80,}=*", cut));
      assertThat(Files.readString(record)).isNotEqualTo(whole);
      assertThat(program.sessions().open(USER)).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void a_truncated_file_is_ignored() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    Program program = program();
    program.sessions().save(USER, session());
    Path record = record(USER);
    byte[] whole = Files.readAllBytes(record);
    for (int length = 0; length < whole.length; length++) {
      Files.write(record, Arrays.copyOf(whole, length));
      assertThat(program.sessions().open(USER)).as("%s bytes", length).isEmpty();
    }
  }

  @Test
  void no_session_can_be_put_in_the_place_of_another() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    Program program = program();
    program.sessions().save(USER, session());
    program.sessions().save(ROLE, session("c2VjcmV0IG9mIGEgcm9sZQ", NOON));
    String moved =
        Files.readString(record(ROLE)).replace("user\\nrole admin", "user").replace("\n\n", "\n");
    Files.writeString(record(USER), moved);
    assertThat(program.sessions().find(USER)).as("looks like it").isPresent();
    assertThat(program.sessions().open(USER)).isEmpty();
  }

  @Test
  void no_two_records_are_encrypted_alike() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    String first = Files.readString(record(USER));
    program().sessions().save(USER, session());
    assertThat(Files.readString(record(USER))).isNotEqualTo(first);
  }

  @Test
  void sessions_that_are_kept_are_encrypted_and_decrypted_again() throws IOException {
    Path answer = root.resolve(FileSessionStore.ANSWERS).resolve("env,dev");
    program().sessions().save(USER, session());
    program().sessions().save(ROLE, session());
    Files.createDirectories(answer.resolveSibling(""));
    Files.writeString(answer, "keyturn_answer='" + SECRET + "'");

    assertThat(program().encryption().encrypt(KEYCHAIN)).isEqualTo(new Change(2, 0));
    assertThat(everything()).doesNotContain(SECRET, TOKEN);
    assertThat(program().encryption().state()).contains(new State("keychain"));
    assertThat(program().sessions().open(ROLE)).contains(session());

    assertThat(program().encryption().encrypt(PASS)).isEqualTo(new Change(2, 0));
    assertThat(program().encryption().state()).contains(new State("pass"));
    assertThat(stores.at(KEYCHAIN).secrets).isEmpty();
    assertThat(program().sessions().open(ROLE)).contains(session());

    assertThat(program().encryption().decrypt()).isEqualTo(new Change(2, 0));
    assertThat(program().encryption().state()).isEmpty();
    assertThat(stores.at(PASS).secrets).isEmpty();
    assertThat(new FileSessionStore(new StateFolder(root)).find(ROLE)).contains(session());
  }

  @Test
  void a_token_keeps_a_key_that_it_never_gives_out() {
    StorePlace token = StorePlace.parse("pkcs11:token=Work?module-path=/lib/softhsm2.so");
    program().encryption().encrypt(token);
    program().sessions().save(USER, session());
    assertThat(program().sessions().open(USER)).contains(session());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_key_that_cannot_be_put_changes_nothing(int changes) {
    program().sessions().save(USER, session());
    stores.changesLeft = changes;
    assertThatThrownBy(() -> program().encryption().encrypt(KEYCHAIN))
        .hasMessageContaining("it was pulled");
    assertThat(program().encryption().state()).isEmpty();
    assertThat(program().sessions().open(USER)).contains(session());
  }

  @Test
  void what_a_killed_process_left_in_plain_text_is_not_used_and_goes_at_the_next_login()
      throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    new FileSessionStore(new StateFolder(root)).save(USER, session());

    assertThat(program().sessions().find(USER)).isEmpty();
    assertThat(program().sessions().open(USER)).isEmpty();
    program().sessions().removeExpired(NOON);
    assertThat(everything()).doesNotContain(SECRET, TOKEN);
  }

  @Test
  void expired_sessions_are_removed_without_the_key() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    program().sessions().save(ROLE, session(SECRET, NOON));
    Program other = program(EncryptedSessionsTest::locked);
    other.sessions().removeExpired(NOON);
    assertThat(other.sessions().find(USER)).isPresent();
    assertThat(other.sessions().find(ROLE)).isEmpty();
    assertThat(other.sessions().remove(USER)).isTrue();
  }

  @Test
  void a_rotated_key_takes_over_what_can_be_opened() {
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());
    assertThat(program(EncryptedSessionsTest::locked).sessions().copy(OLD_KEY, NEW_KEY)).isZero();
    assertThat(program().sessions().copy(OLD_KEY, NEW_KEY)).isOne();
    assertThat(program().sessions().open(USER.withAccessKey(NEW_KEY))).contains(session());
  }

  @Test
  void a_setting_that_cannot_be_read_stops_what_would_write_a_secret() throws IOException {
    program().encryption().encrypt(KEYCHAIN);
    Path setting = root.resolve("encryption");
    try (Stream<Path> files = Files.list(setting)) {
      Files.writeString(files.findFirst().orElseThrow(), "damaged");
    }
    assertThatThrownBy(() -> program().sessions().save(USER, session()))
        .hasMessage("cannot use the session cache: the record of its key is missing");
    assertThat(program().encryption().state()).contains(new State(""));
    assertThat(everything()).doesNotContain(SECRET);
    program().encryption().forget();
    program().sessions().save(USER, session());
    assertThat(program().sessions().open(USER)).contains(session());
  }

  @Test
  void processes_that_find_the_key_gone_at_once_make_one() throws Exception {
    program().encryption().encrypt(KEYCHAIN);
    stores.at(KEYCHAIN).secrets.clear();
    CyclicBarrier together = new CyclicBarrier(4);
    together(
        4,
        number -> {
          Program program = program();
          together.await();
          program.sessions().save(new SessionKey(USER.text() + number), session());
          return null;
        });
    assertThat(stores.at(KEYCHAIN).secrets).hasSize(1);
    for (int number = 0; number < 4; number++) {
      assertThat(program().sessions().open(new SessionKey(USER.text() + number))).isPresent();
    }
  }

  @Test
  void no_session_that_is_saved_while_encryption_begins_stays_in_plain_text() throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    together(
        4,
        number -> {
          Program program = program();
          together.await();
          if (number == 0) {
            program.encryption().encrypt(KEYCHAIN);
          }
          for (int i = 0; number > 0 && i < 50; i++) {
            program.sessions().save(new SessionKey(USER.text() + number + " " + i), session());
          }
          return null;
        });
    assertThat(everything()).doesNotContain(SECRET, TOKEN);
  }

  @Test
  void what_does_not_open_the_key_keeps_its_sessions_in_memory() throws IOException {
    UnencryptedSessions records = new UnencryptedSessions(new StateFolder(root));
    FileSessionStore library = new FileSessionStore(records);
    library.save(ROLE, session());
    program().encryption().encrypt(KEYCHAIN);
    program().sessions().save(USER, session());

    assertThat(library.open(USER)).isEmpty();
    library.save(USER, session());
    assertThat(library.open(USER)).contains(session());
    assertThat(everything()).doesNotContain(SECRET, TOKEN);
    assertThat(program().sessions().open(USER)).contains(session());
  }

  /** Does something for a number. */
  private interface Work {
    Void of(int number) throws Exception;
  }

  private static void together(int threads, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> all =
          IntStream.range(0, threads).mapToObj(it -> (Callable<Void>) () -> work.of(it)).toList();
      for (Future<Void> done : pool.invokeAll(all)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
