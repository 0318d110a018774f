package dev.keyturn.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Locks between threads and between processes. */
class FileLocksTest {

  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path state;

  @Test
  void a_lock_is_free_again_once_it_is_closed() {
    Locks locks = new FileLocks(state);

    locks.acquire("a", SHORT).close();
    locks.acquire("a", SHORT).close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_a_link_in_place_of_a_lock_leads_to_is_not_overwritten() throws IOException {
    new FileLocks(state).acquire("a", SHORT).close();
    Path lock = onlyFileIn(state.resolve("locks"));
    Path precious = Files.writeString(state.resolve("precious"), "precious");
    Files.delete(lock);
    Files.createSymbolicLink(lock, precious);

    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> new FileLocks(state).acquire("a", SHORT).close())
        .extracting(FailureException::failure)
        .isEqualTo(
            new FileFailure.Unwritable(
                lock.toString(), "it is a symbolic link, which Keyturn did not make"));
    assertThat(precious).hasContent("precious");
  }

  private static Path onlyFileIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void locks_of_different_names_do_not_wait_for_each_other() {
    Locks locks = new FileLocks(state);

    try (Locks.Held one = locks.acquire("a", SHORT);
        Locks.Held two = locks.acquire("b", SHORT)) {
      assertThat(one).isNotSameAs(two);
    }
  }

  @Test
  void a_second_holder_in_the_same_process_is_refused_after_its_wait_with_the_process_id() {
    try (Locks.Held held = new FileLocks(state).acquire("/home/ada/.aws/config", SHORT)) {
      assertThat(held).isNotNull();
      assertThat(busy(new FileLocks(state), "/home/ada/.aws/config"))
          .isEqualTo(new FileFailure.Busy("/home/ada/.aws/config", ProcessHandle.current().pid()));
    }
  }

  @Test
  void threads_of_one_process_exclude_each_other() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CompletableFuture<?>[] all = new CompletableFuture<?>[8];
    for (int thread = 0; thread < all.length; thread++) {
      all[thread] =
          CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 20; round++) {
              try (Locks.Held held = new FileLocks(state).acquire("a", LONG)) {
                assertThat(held).isNotNull();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
              }
            }
          });
    }
    CompletableFuture.allOf(all).get(1, TimeUnit.MINUTES);

    assertThat(most).hasValue(1);
  }

  @Test
  void another_process_is_refused_with_the_holders_id() throws Exception {
    try (Holder holder = new Holder(state, "a")) {
      assertThat(busy(new FileLocks(state), "a"))
          .isEqualTo(new FileFailure.Busy("a", holder.pid()));
    }
  }

  @Test
  void a_killed_process_has_no_lock() throws Exception {
    try (Holder holder = new Holder(state, "a")) {
      holder.kill();

      new FileLocks(state).acquire("a", LONG).close();
    }
  }

  @Test
  void who_waits_gets_the_lock_once_it_is_free() throws Exception {
    Locks locks = new FileLocks(state);
    Locks.Held held = locks.acquire("a", SHORT);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> locks.acquire("a", LONG).close());
    held.close();

    waiting.get(1, TimeUnit.MINUTES);
  }

  /** The system takes it for a deadlock, since it gives locks to processes. */
  @Test
  void threads_of_two_processes_may_wait_for_locks_of_each_other() throws Exception {
    Locks locks = new FileLocks(state);
    Locks.Held ours = locks.acquire("ours", SHORT);
    try (Holder other = new Holder(state, "theirs", "ours")) {
      assertThat(other.line()).isEqualTo("waits");
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> locks.acquire("theirs", LONG).close());
      awaitWaiting();
      ours.close();
      other.release();

      waiting.get(1, TimeUnit.MINUTES);
      assertThat(other.line()).isEqualTo("held");
    }
  }

  @Test
  void closing_twice_does_not_free_the_next_holders_lock() {
    Locks locks = new FileLocks(state);
    Locks.Held first = locks.acquire("a", SHORT);
    first.close();
    try (Locks.Held second = locks.acquire("a", SHORT)) {
      first.close();

      assertThat(second).isNotNull();
      assertThat(busy(locks, "a")).isInstanceOf(FileFailure.Busy.class);
    }
  }

  @Test
  void an_interrupted_thread_stops_waiting() throws Exception {
    Locks locks = new FileLocks(state);
    try (Locks.Held held = locks.acquire("a", SHORT)) {
      assertThat(held).isNotNull();
      CompletableFuture<Failure> ended = new CompletableFuture<>();
      Thread waiting =
          new Thread(() -> {
            try {
              locks.acquire("a", LONG).close();
            } catch (FailureException e) {
              ended.complete(e.failure());
            }
          });
      waiting.start();
      waiting.interrupt();

      assertThat(ended.get(1, TimeUnit.MINUTES)).isEqualTo(new Failure.Interrupted());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_folder_and_its_files_are_their_owners_alone() throws IOException {
    new FileLocks(state.resolve("new")).acquire("a", SHORT).close();

    assertThat(mode(state.resolve("new"))).isEqualTo("rwx------");
    assertThat(mode(state.resolve("new/locks"))).isEqualTo("rwx------");
    try (var files = Files.list(state.resolve("new/locks"))) {
      assertThat(files.map(FileLocksTest::mode)).containsExactly("rw-------");
    }
  }

  @Test
  void a_state_folder_that_cannot_be_made_is_named() throws IOException {
    Path file = Files.writeString(state.resolve("file"), "");

    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> new FileLocks(file.resolve("x")).acquire("a", SHORT))
        .satisfies(e ->
            assertThat(e.failure())
                .isEqualTo(new FileFailure.NoStateFolder(file + "/x", file + " is not a folder")));
  }

  /** Until a thread of this process waits for a lock that another process holds. */
  private static void awaitWaiting() {
    while (Thread.getAllStackTraces().values().stream().noneMatch(FileLocksTest::isWaiting)) {
      Thread.onSpinWait();
    }
  }

  /** Somewhere below the acquiring method, where it has nothing left to do. */
  private static boolean isWaiting(StackTraceElement[] stack) {
    Set<String> methods =
        Stream.of(stack).map(StackTraceElement::getMethodName).collect(Collectors.toSet());
    boolean acquires =
        Stream.of(stack).anyMatch(frame -> frame.getClassName().equals(FileLocks.class.getName()));
    return acquires && (methods.contains("sleep") || methods.contains("awaitDone"));
  }

  private static Failure busy(Locks locks, String name) {
    try {
      locks.acquire(name, SHORT).close();
      throw new AssertionError("the lock is free");
    } catch (FailureException e) {
      return e.failure();
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Another process that holds a lock until it is killed. */
  private static final class Holder implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Holder(Path state, String... names) throws IOException {
      process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  HolderMain.class.getName(),
                  state.toString(),
                  String.join(",", names))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      out = process.inputReader(StandardCharsets.UTF_8);
      assertThat(line()).isEqualTo("held");
    }

    String line() throws IOException {
      return out.readLine();
    }

    void release() throws IOException {
      process.getOutputStream().close();
    }

    long pid() {
      return process.pid();
    }

    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }

  /** The main class of that process: it holds the first lock and then tries to take the others. */
  static final class HolderMain {
    private HolderMain() {}

    public static void main(String[] arguments) throws IOException {
      Locks locks = new FileLocks(Path.of(arguments[0]));
      List<String> names = List.of(arguments[1].split(","));
      try (Locks.Held held = locks.acquire(names.get(0), LONG)) {
        for (String name : names.subList(1, names.size())) {
          new Thread(() -> hold(locks, name)).start();
        }
        System.out.println(held == null ? "not held" : "held");
        if (names.size() > 1) {
          awaitWaiting();
          System.out.println("waits");
        }
        int read = System.in.read();
        assertThat(read).isNegative();
      }
    }

    private static void hold(Locks locks, String name) {
      try (Locks.Held held = locks.acquire(name, LONG)) {
        System.out.println(held == null ? "not held" : "held");
      }
    }
  }
}
