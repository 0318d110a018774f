package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PrefixedChildrenTest {

  private static final EnvironmentChange NONE =
      new EnvironmentChange(new LinkedHashMap<>(), List.of());

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private final class Lines implements Output {

    @Override
    public void data(String text) {
      lines.add(text.stripTrailing());
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void error(String text) {
      lines.add(text);
    }
  }

  private record EndSignals(Function<Runnable, Watch> atEnd) implements Signals {

    @Override
    public Watch watch(List<String> names, Consumer<String> action) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Watch atEnd(Runnable action) {
      return atEnd.apply(action);
    }
  }

  private PrefixedChildren children() {
    return children(_ -> () -> {});
  }

  private PrefixedChildren children(Function<Runnable, Signals.Watch> atEnd) {
    Signals signals = new EndSignals(atEnd);
    return new PrefixedChildren(
        Map.of("PATH", "/usr/bin:/bin"), new Lines(), CoreFileLimit.OF_THIS_PROCESS, signals);
  }

  @Test
  void what_runs_ends_with_what_it_started_and_nothing_is_started_any_longer() throws Exception {
    PrefixedChildren children = children();
    LinkedBlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    List<String> command = List.of("sh", "-c", "sleep 120 & echo $!; wait; echo still here");
    new Thread(() -> statuses.add(children.run(command, NONE, ""))).start();
    ProcessHandle started = ProcessHandle.of(Long.parseLong(lines.take())).orElseThrow();
    children.end();
    started.onExit().get(30, TimeUnit.SECONDS);
    assertThat(statuses.take()).isEqualTo(143);
    assertInterrupted(() -> children.run(List.of("true"), NONE, ""));
  }

  @Test
  void what_would_be_started_first_while_this_process_ends_is_interrupted() {
    PrefixedChildren children =
        children(_ -> {
          throw new Failure.Interrupted().exception();
        });
    assertInterrupted(() -> children.run(List.of("echo", "here"), NONE, ""));
    assertThat(lines).isEmpty();
  }

  private static void assertInterrupted(Runnable start) {
    assertThatThrownBy(start::run)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Interrupted.class));
  }
}
