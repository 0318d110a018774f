package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records the notifications about slow work. */
class TimeLimitTest {

  private static final TimeLimit LIMIT = new TimeLimit(Duration.ofSeconds(20));

  /** Lets the work go on once it is said that it is slow. */
  private static final class Told implements TimeLimit.Wait {
    private final List<String> what = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public void begin() {
      what.add("begin");
      begun.countDown();
    }

    @Override
    public void end() {
      what.add("end");
    }
  }

  @Test
  @Timeout(15)
  void slow_work_is_reported_after_a_second_and_when_it_ends() throws IOException {
    Told told = new Told();
    String answer =
        LIMIT.keep(
            () -> {
              told.begun.await();
              return "answer";
            },
            () -> {},
            told);
    assertThat(answer).isEqualTo("answer");
    assertThat(told.what).containsExactly("begin", "end");
  }

  @Test
  void quick_work_is_not_reported() throws IOException {
    Told told = new Told();
    assertThat(LIMIT.keep(() -> "answer", () -> {}, told)).isEqualTo("answer");
    assertThat(told.what).isEmpty();
  }
}
