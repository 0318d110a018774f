package dev.keyturn.cli.command.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.port.Children;
import dev.keyturn.cli.command.port.RecordingOutput;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.port.ThrowAwayFolder;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tour that does not come to its end. */
class DemoCommandTest {

  private final List<Runnable> atTheEnd = new ArrayList<>();
  private final Home home = new Home();
  private boolean isClosedAtTheEnd;

  @Test
  void removes_its_folder_when_the_process_is_ended_at_a_pause() {
    DemoStage stage =
        new DemoStage(
            Map.of(),
            new OnlySandbox(),
            new NoKeyturn(),
            () -> home,
            action -> {
              atTheEnd.add(action);
              return () -> atTheEnd.remove(action);
            });
    DemoCommand demo =
        new DemoCommand(stage, new EndingTerminal(), Clock.systemUTC(), new RecordingOutput(false));
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> demo.run(Arguments.read("demo", demo.syntax(), List.of())))
        .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Interrupted.class));
    assertThat(isClosedAtTheEnd).isTrue();
    assertThat(atTheEnd).isEmpty();
  }

  private static final class Home implements ThrowAwayFolder {
    private boolean isClosed;

    @Override
    public Path path() {
      return Path.of("home");
    }

    @Override
    public void write(String name, String content) {}

    @Override
    public void close() {
      isClosed = true;
    }
  }

  /** Its window is closed at the first question. */
  private final class EndingTerminal implements Terminal {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public String ask(String prompt) {
      List.copyOf(atTheEnd).forEach(Runnable::run);
      isClosedAtTheEnd = home.isClosed;
      throw new Failure.Interrupted().exception();
    }

    @Override
    public String askSecret(String prompt) {
      return ask(prompt);
    }

    @Override
    public void show(String line) {}

    @Override
    public void countDown(String what, Duration wait) {}

    @Override
    public void progress(String text) {}
  }

  private static final class OnlySandbox implements Children {
    @Override
    public Sandbox startSandbox(List<String> options) {
      return new Sandbox() {
        @Override
        public String ready() {
          return "{}";
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public List<String> sandbox() {
      return List.of();
    }

    @Override
    public int run(List<String> command, Map<String, String> environment) {
      return 1;
    }

    @Override
    public boolean isInstalled(String program) {
      return false;
    }
  }

  private static final class NoKeyturn implements DemoKeyturn {
    @Override
    public int run(Map<String, String> environment, Path home, List<String> words) {
      return 1;
    }

    @Override
    public List<String> buckets(
        Map<String, String> environment, Path home, URI endpoint, String section) {
      return List.of();
    }
  }
}
