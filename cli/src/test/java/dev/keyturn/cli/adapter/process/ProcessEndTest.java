package dev.keyturn.cli.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessEndTest {

  private final List<Thread> hooks = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final ProcessEnd end = new ProcessEnd(hooks::add);

  @Test
  void the_last_that_was_asked_for_is_done_first_and_a_closed_one_not_at_all()
      throws InterruptedException {
    end.watch(() -> done.add("first"));
    end.watch(() -> done.add("closed")).close();
    end.watch(() -> done.add("last"));
    assertThat(hooks).hasSize(1);
    theProcessEnds();
    assertThat(done).containsExactly("last", "first");
  }

  @Test
  void what_is_asked_for_during_the_end_is_done() throws InterruptedException {
    end.watch(() -> end.watch(() -> done.add("late")));
    theProcessEnds();
    assertThat(done).containsExactly("late");
  }

  @Test
  void what_is_asked_for_when_all_is_done_is_refused() throws InterruptedException {
    end.watch(() -> {});
    theProcessEnds();
    assertInterrupted(end);
  }

  @Test
  void what_is_asked_for_first_when_the_end_has_begun_is_refused() {
    assertInterrupted(
        new ProcessEnd(_ -> {
          throw new IllegalStateException("Shutdown in progress");
        }));
  }

  @Test
  void one_that_fails_keeps_no_other_from_being_done() throws InterruptedException {
    end.watch(() -> done.add("other"));
    end.watch(() -> {
      throw new IllegalStateException("the terminal is gone");
    });
    theProcessEnds();
    assertThat(done).containsExactly("other");
  }

  private void theProcessEnds() throws InterruptedException {
    hooks.get(0).start();
    hooks.get(0).join();
  }

  private void assertInterrupted(ProcessEnd ended) {
    assertThatThrownBy(() -> ended.watch(() -> done.add("lost")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Interrupted.class));
  }
}
