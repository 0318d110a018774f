package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private static final Failure THROTTLED =
      new AwsFailure.Throttled("https://sts.amazonaws.com", "Throttling");

  private final List<Long> pauses = new ArrayList<>();
  private int calls;

  /** Waits for nothing, and draws {@code drawn} of the chances there are. */
  private final class Drawn extends Retries {

    private final double drawn;

    Drawn(double drawn) {
      this.drawn = drawn;
    }

    @Override
    long chance(long bound) {
      return Math.min(bound - 1, (long) (bound * drawn));
    }

    @Override
    void pause(long millis) {
      pauses.add(millis);
    }
  }

  /** A call that fails so often, then answers. */
  private String call(int failures, Failure failure, double drawn) {
    return new Drawn(drawn)
        .withoutCode(() -> {
          calls++;
          if (calls <= failures) {
            throw failure.exception();
          }
          return "answer";
        });
  }

  private String call(int failures, Failure failure) {
    return call(failures, failure, 0);
  }

  @Test
  void a_call_that_is_throttled_is_tried_again_after_ever_longer_pauses() {
    assertThat(call(8, THROTTLED)).isEqualTo("answer");
    assertThat(pauses).containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 2500L, 2500L);
  }

  @Test
  void half_of_each_pause_is_left_to_chance_so_that_many_do_not_come_back_at_once() {
    call(2, THROTTLED, 0.5);
    assertThat(pauses).containsExactly(75L, 150L);
    pauses.clear();
    calls = 0;
    call(2, THROTTLED, 1);
    assertThat(pauses).containsExactly(100L, 200L);
  }

  @Test
  void the_chance_of_one_is_not_that_of_another() {
    Retries retries = new Retries();
    Set<Long> drawn = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      drawn.add(retries.chance(1L << 40));
    }
    assertThat(drawn).hasSizeGreaterThan(90).allMatch(it -> it >= 0 && it < 1L << 40);
  }

  @Test
  void a_fault_that_stays_is_reported_after_three_tries() {
    Failure fault = new AwsFailure.ServiceFault("https://sts.amazonaws.com", "HTTP 503");
    assertThatThrownBy(() -> call(10, fault)).isInstanceOf(FailureException.class);
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void a_refusal_is_reported_at_once() {
    Failure refused = new AwsFailure.Refused("AccessDenied", "not authorized", "");
    assertThatThrownBy(() -> call(10, refused)).isInstanceOf(FailureException.class);
    assertThat(calls).isEqualTo(1);
  }
}
