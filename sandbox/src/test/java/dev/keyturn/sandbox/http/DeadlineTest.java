package dev.keyturn.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a client has had its time; the clock moves by hand and begins near its overflow. */
class DeadlineTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30), 1000);

  private long now = Long.MAX_VALUE - Duration.ofSeconds(45).toNanos();
  private final Deadline deadline = new Deadline(PATIENCE, () -> now);

  @Test
  void a_client_may_keep_silent_before_its_request() {
    after(89);
    assertThat(deadline.hasPassed()).isFalse();
    after(2);
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void a_request_has_its_time_from_the_first_byte_however_often_another_comes() {
    after(50);
    for (int second = 0; second <= 30; second++) {
      deadline.received(1);
      assertThat(deadline.hasPassed()).isFalse();
      after(1);
    }
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void a_long_body_has_as_long_as_it_makes_progress() {
    for (int second = 0; second < 300; second++) {
      deadline.received(1000);
      after(1);
      assertThat(deadline.hasPassed()).isFalse();
    }
    after(31);
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void the_sandbox_itself_may_take_as_long_as_the_fault_says() {
    deadline.received(1);
    deadline.suspend();
    after(600);
    assertThat(deadline.hasPassed()).isFalse();
  }

  @Test
  void an_answer_has_time_by_its_size() {
    deadline.received(1);
    deadline.suspend();
    deadline.offer(10_000);
    after(39);
    assertThat(deadline.hasPassed()).isFalse();
    after(2);
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void the_next_request_has_its_own_time() {
    deadline.received(100_000);
    deadline.offer(0);
    after(20);
    deadline.awaitRequest();
    after(40);
    deadline.received(1);
    after(29);
    assertThat(deadline.hasPassed()).isFalse();
    after(2);
    assertThat(deadline.hasPassed()).isTrue();
  }

  private void after(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }
}
