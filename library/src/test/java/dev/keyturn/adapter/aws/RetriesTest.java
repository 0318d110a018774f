package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Failure THROTTLED =
      new Failure.Throttled("https://sts.amazonaws.com", "Throttling");

  private final List<Long> times = new ArrayList<>();

  /** A call that fails so often, then answers. */
  private String call(int failures, Failure failure) {
    return Retries.withoutCode(() -> {
      times.add(System.nanoTime());
      if (times.size() <= failures) {
        throw failure.exception();
      }
      return "answer";
    });
  }

  @Test
  void a_call_that_is_throttled_is_tried_again_after_ever_longer_pauses() {
    assertThat(call(4, THROTTLED)).isEqualTo("answer");
    // At least half of 100, 200, 400 and 800 ms; the other half is left to chance.
    for (int pause = 0; pause < 4; pause++) {
      assertThat((times.get(pause + 1) - times.get(pause)) / 1_000_000)
          .isGreaterThanOrEqualTo(50L << pause);
    }
  }

  @Test
  void pauses_differ_so_that_many_do_not_come_back_at_once() throws InterruptedException {
    List<Long> pauses = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      threads.add(new Thread(() -> pauses.add(pauseOfOne())));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    // Of 50 ms, twenty hit less than half of them once in a million times.
    assertThat(Collections.max(pauses) - Collections.min(pauses)).isGreaterThan(15);
  }

  private static long pauseOfOne() {
    RetriesTest one = new RetriesTest();
    one.call(1, THROTTLED);
    return (one.times.get(1) - one.times.get(0)) / 1_000_000;
  }

  @Test
  void a_fault_that_stays_is_told_after_three_tries() {
    Failure fault = new Failure.ServiceFault("https://sts.amazonaws.com", "HTTP 503");
    assertThatThrownBy(() -> call(10, fault)).isInstanceOf(FailureException.class);
    assertThat(times).hasSize(3);
  }

  @Test
  void a_refusal_is_told_at_once() {
    Failure refused = new Failure.Refused("AccessDenied", "not authorized", "");
    assertThatThrownBy(() -> call(10, refused)).isInstanceOf(FailureException.class);
    assertThat(times).hasSize(1);
  }
}
