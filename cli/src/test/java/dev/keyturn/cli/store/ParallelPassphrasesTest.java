package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore;
import dev.keyturn.cli.adapter.encryptedfile.EncryptedFileStore.Agents;
import dev.keyturn.cli.app.store.KeyAgentMain;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.store.AskedPassphrases;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.store.Passphrases;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several users of a locked encrypted file at once, on the terminal of one person. */
@Timeout(60)
class ParallelPassphrasesTest {

  private static final int OTHERS = 3;

  @TempDir private Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch waiting = new CountDownLatch(OTHERS);
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void fill() {
    store(new KnownPassphrase("correct horse")).put(StoreFacts.KEY, StoreFacts.SECRET);
  }

  @AfterEach
  void lock() {
    store(new KnownPassphrase("")).lock();
  }

  /** The file as another process finds it. */
  private EncryptedFileStore store(Passphrases passphrases) {
    return new EncryptedFileStore(
        StorePlace.parse("encrypted-file"),
        folder.resolve("keys"),
        new Agents(folder.resolve("agents"), KeyAgentMain.command("")),
        new FileLocks(folder.resolve("state")),
        passphrases,
        SecureRandom::new);
  }

  private EncryptedFileStore store(Terminal terminal) {
    return store(
        new AskedPassphrases(
            terminal,
            place -> Optional.empty(),
            new FileLocks(folder.resolve("state")),
            this::note));
  }

  private void note(String text) {
    notes.add(text);
    if (text.startsWith("waiting for another Keyturn process")) {
      waiting.countDown();
    }
  }

  /** Types when all others wait. */
  private final class Person implements Terminal {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public void show(String line) {
      notes.add(line);
    }

    @Override
    public String ask(String prompt) {
      throw new AssertionError("a passphrase is not shown");
    }

    @Override
    public String askSecret(String prompt) {
      asked.incrementAndGet();
      try {
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return "correct horse";
    }

    @Override
    public void countDown(String what, Duration wait) {}

    @Override
    public void progress(String text) {}
  }

  @Test
  void the_passphrase_is_asked_for_once_for_all_waiting_processes() throws Exception {
    assertThat(openAll(new Person())).containsOnly(StoreFacts.SECRET);

    assertThat(asked).hasValue(1);
    assertThat(notes)
        .contains(
            "other Keyturn processes waited for this passphrase, and can use the key for a minute",
            "hint: to keep it unlocked for longer: keyturn store unlock encrypted-file");
  }

  private List<Secret> openAll(Terminal terminal) throws Exception {
    List<Future<Secret>> opened = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(OTHERS + 1)) {
      for (int i = 0; i <= OTHERS; i++) {
        opened.add(threads.submit(() -> store(terminal).get(StoreFacts.KEY).readable()));
      }
    }
    List<Secret> secrets = new ArrayList<>();
    for (Future<Secret> each : opened) {
      secrets.add(each.get());
    }
    return secrets;
  }
}
