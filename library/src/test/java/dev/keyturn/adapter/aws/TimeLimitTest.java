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

  /** Records the calls, and lets the work continue after the first. */
  private static final class RecordedWait implements TimeLimit.Wait {
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
    RecordedWait wait = new RecordedWait();
    String answer =
        LIMIT.keep(
            () -> {
              wait.begun.await();
              return "answer";
            },
            () -> {},
            wait);
    assertThat(answer).isEqualTo("answer");
    assertThat(wait.what).containsExactly("begin", "end");
  }

  @Test
  void quick_work_is_not_reported() throws IOException {
    RecordedWait wait = new RecordedWait();
    assertThat(LIMIT.keep(() -> "answer", () -> {}, wait)).isEqualTo("answer");
    assertThat(wait.what).isEmpty();
  }
}
