package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.cli.app.store.KeyAgentMain;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFileTest extends StoreFacts {

  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("keys");
  }

  @Override
  EncryptedFileStore store() {
    return store(new KnownPassphrase(PASSPHRASE));
  }

  private EncryptedFileStore store(KnownPassphrase passphrase) {
    return store(passphrase, agents());
  }

  private Agents agents() {
    return new Agents(folder.resolve("agents"), KeyAgentMain.command(""));
  }

  private EncryptedFileStore store(KnownPassphrase passphrase, Agents agents) {
    return new EncryptedFileStore(
        StorePlace.parse("encrypted-file"),
        file(),
        agents,
        new FileLocks(folder.resolve("state")),
        passphrase,
        SecureRandom::new);
  }

  @Test
  void nobody_else_can_read_the_file_and_no_secret_is_in_it() throws IOException {
    store().put(KEY, SECRET);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
        .contains(KEY.text())
        .doesNotContain("wJalr");
  }

  @Test
  void what_is_in_it_is_listed_without_the_passphrase() {
    store().put(KEY, SECRET);
    KnownPassphrase nobody = new KnownPassphrase("");

    assertThat(store(nobody).names()).containsExactly(KEY);
    assertThat(store(nobody).condition().state()).isEqualTo(Condition.State.LOCKED);
    assertThat(nobody.asked).isZero();
  }

  @Test
  void a_wrong_passphrase_is_asked_for_again_and_distinguished_from_a_broken_file() {
    store().put(KEY, SECRET);

    assertThat(store(new KnownPassphrase("wrong", "worse", PASSPHRASE)).get(KEY).readable())
        .isEqualTo(SECRET);
    assertThatThrownBy(() -> store(new KnownPassphrase("wrong")).get(KEY))
        .hasMessage("wrong passphrase for the encrypted file " + file());
  }

  @Test
  void the_passphrase_is_asked_for_once_in_a_process() {
    KnownPassphrase person = new KnownPassphrase(PASSPHRASE);
    EncryptedFileStore store = store(person);
    store.put(KEY, SECRET);
    store.put(OTHER, FRESH);
    store.get(KEY);

    assertThat(person.asked).isEqualTo(1);
  }

  @Test
  void each_of_1000_changed_bits_is_noticed() throws IOException {
    store().put(KEY, SECRET);
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(20261128);

    for (int i = 0; i < 1000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), changed);
      assertThatThrownBy(() -> store().names())
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure()).isInstanceOf(StoreFailure.Unavailable.class));
    }
    for (int length = 1; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(store().condition().state()).isEqualTo(Condition.State.UNAVAILABLE);
    }
  }

  @Test
  void a_new_passphrase_opens_it_and_the_old_one_does_not() {
    store().put(KEY, SECRET);

    store(new KnownPassphrase(PASSPHRASE, "another good one")).changePassphrase();

    assertThat(store(new KnownPassphrase("another good one")).get(KEY).readable())
        .isEqualTo(SECRET);
    assertThatThrownBy(() -> store().get(KEY)).hasMessageContaining("wrong passphrase");
  }

  @Test
  void an_agent_keeps_it_open_until_it_is_locked() {
    store().put(KEY, SECRET);
    KnownPassphrase nobody = new KnownPassphrase("");
    try {
      assertThat(store().unlock(Duration.ofMinutes(1))).isTrue();

      assertThat(store(nobody).get(KEY).readable()).isEqualTo(SECRET);
      assertThat(store(nobody).condition().state()).isEqualTo(Condition.State.OPEN);
      assertThat(nobody.asked).isZero();
    } finally {
      store().lock();
    }
    assertThat(store(nobody).condition().state()).isEqualTo(Condition.State.LOCKED);
    assertThat(folder.resolve("agents")).isEmptyDirectory();
  }

  @Test
  void nobody_else_can_reach_an_agent_whatever_its_folder_was() throws IOException {
    store().put(KEY, SECRET);
    Path agents = Files.createDirectory(folder.resolve("agents"));
    Files.setPosixFilePermissions(agents, PosixFilePermissions.fromString("rwxrwxrwx"));
    try {
      store().unlock(Duration.ofMinutes(1));

      assertThat(modes(agents)).isEqualTo("rwx------");
      try (Stream<Path> sockets = Files.list(agents)) {
        assertThat(sockets.map(EncryptedFileTest::modes)).containsExactly("rw-------");
      }
    } finally {
      store().lock();
    }
  }

  @Test
  @Timeout(180)
  void clients_that_say_nothing_do_not_make_others_wait() throws IOException {
    store().put(KEY, SECRET);
    List<SocketChannel> silent = new ArrayList<>();
    try {
      store().unlock(Duration.ofMinutes(1));
      for (int i = 0; i < 200; i++) {
        silent.add(SocketChannel.open(UnixDomainSocketAddress.of(socket())));
      }

      assertThat(store(new KnownPassphrase("")).get(KEY).readable()).isEqualTo(SECRET);
    } finally {
      store().lock();
      for (SocketChannel one : silent) {
        one.close();
      }
    }
    assertThat(folder.resolve("agents")).isEmptyDirectory();
  }

  @Test
  @Timeout(180)
  void an_agent_that_does_not_answer_counts_as_none() throws IOException {
    store().put(KEY, SECRET);
    store().unlock(Duration.ofMinutes(1));
    Path socket = socket();
    store().lock();
    Agents patientForNoTime = new Agents(agents().folder(), List.of(), Duration.ZERO);
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(socket));

      assertThat(store(new KnownPassphrase(PASSPHRASE), patientForNoTime).get(KEY).readable())
          .isEqualTo(SECRET);
      assertThat(patientForNoTime.end()).isFalse();
    }
  }

  private Path socket() throws IOException {
    try (Stream<Path> sockets = Files.list(folder.resolve("agents"))) {
      return sockets.findFirst().orElseThrow();
    }
  }

  private static String modes(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_agent_ends_by_itself() throws InterruptedException {
    store().put(KEY, SECRET);
    store().unlock(Duration.ofSeconds(2));

    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (store().condition().state() == Condition.State.OPEN && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(store().condition().state()).isEqualTo(Condition.State.LOCKED);
  }

  @Test
  void the_documented_format_is_enough_to_read_it() throws Exception {
    RealProgram.need("python3");
    store().put(KEY, SECRET);
    store().put(OTHER, FRESH);
    Path reader = Path.of("src", "test", "resources", "read-keys.py").toAbsolutePath();

    String read =
        RealProgram.run(
            Map.of(), PASSPHRASE, "/usr/bin/python3", reader.toString(), file().toString());

    assertThat(read)
        .isEqualTo(
            """
            access-key/AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
            access-key/AKIAI44QH8DHBEXAMPLE je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
            """);
  }
}
