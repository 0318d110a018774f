package dev.keyturn.cli.adapter.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests are answered on virtual threads, on which the system's own waits cannot be ended. */
class LocksOfVirtualThreadsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path state;

  @SuppressWarnings("NullAway.Init") // started before each test
  private Process holder;

  @BeforeEach
  void another_process_holds_the_lock() throws IOException {
    holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                HolderMain.class.getName(),
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("held");
  }

  @AfterEach
  void it_ends() {
    holder.destroyForcibly().onExit().join();
  }

  @Test
  void a_wait_ends_when_its_time_is_over() {
    FutureTask<Void> wait = waiting(Duration.ofMillis(100));
    Thread.ofVirtual().start(wait);

    assertThat(failure(wait)).isEqualTo(new FileFailure.Busy("a", holder.pid()));
  }

  @Test
  void a_wait_ends_when_it_is_interrupted() {
    FutureTask<Void> wait = waiting(LONG);
    Thread.ofVirtual().start(wait).interrupt();

    assertThat(failure(wait)).isEqualTo(new Failure.Interrupted());
  }

  private FutureTask<Void> waiting(Duration longest) {
    return new FutureTask<>(() -> {
      new FileLocks(state).acquire("a", longest).close();
      return null;
    });
  }

  private static Failure failure(FutureTask<Void> wait) {
    try {
      wait.get(30, TimeUnit.SECONDS);
      throw new AssertionError("the lock is free");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FailureException failed) {
        return failed.failure();
      }
      throw new AssertionError(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** The main class of that process. */
  static final class HolderMain {
    private HolderMain() {}

    public static void main(String[] arguments) throws IOException {
      try (Locks.Held _ = new FileLocks(Path.of(arguments[0])).acquire("a", LONG)) {
        System.out.println("held");
        int end = System.in.read();
        assertThat(end).isNegative();
      }
    }
  }
}
