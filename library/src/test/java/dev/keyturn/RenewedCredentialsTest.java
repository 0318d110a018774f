package dev.keyturn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.use.Handed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What is handed out of memory in the last minute of a session. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RenewedCredentialsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final MovedClock clock = new MovedClock(NOON);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean hanging;
  private volatile boolean broken;

  private final RenewedCredentials credentials =
      new RenewedCredentials(
          new RenewedCredentials.Source() {
            @Override
            public SdkCredentials obtain(Duration remaining) {
              asked.incrementAndGet();
              if (hanging) {
                waitForAnswer();
              }
              return session();
            }

            @Override
            public @Nullable SdkCredentials kept() {
              if (broken) {
                throw new IllegalStateException("the config file is broken");
              }
              return null;
            }
          },
          RefreshWindow.DEFAULT,
          clock,
          false);

  @AfterEach
  void everybody_goes_on() {
    answer.countDown();
    credentials.close();
  }

  private void waitForAnswer() {
    try {
      answer.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SdkCredentials session() {
    SessionCredentials keys =
        new SessionCredentials(
            "ASIAIOSFODNN7EXAMPLE",
            Secret.of("secret"),
            Secret.of("token"),
            clock.instant().plus(Duration.ofHours(1)));
    Session session = new Session(keys, null, null, null, Duration.ofHours(1));
    return SdkCredentials.of(new Handed.OfSession(session), false);
  }

  private AwsCredentials heldInItsLastMinute() {
    AwsCredentials held = credentials.get();
    clock.pass(Duration.ofMinutes(59).plusSeconds(30));
    asked.set(0);
    return held;
  }

  @Test
  void parallel_callers_wait_for_one_renewal_and_not_much_longer_than_a_second() throws Exception {
    AwsCredentials held = heldInItsLastMinute();
    hanging = true;
    Instant begin = Instant.now();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      Callable<AwsCredentials> call = credentials::get;
      List<Future<AwsCredentials>> all =
          threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> call).toList());
      for (Future<AwsCredentials> one : all) {
        assertThat(one.get()).isSameAs(held);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(credentials.get()).isSameAs(held);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(asked).hasValue(1);
  }

  @Test
  void what_comes_late_is_handed_out_from_then_on() {
    AwsCredentials held = heldInItsLastMinute();
    hanging = true;
    assertThat(credentials.get()).isSameAs(held);
    answer.countDown();
    AwsCredentials fresh = credentials.get();
    assertThat(fresh).isNotSameAs(held);
    assertThat(credentials.get()).isSameAs(fresh);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_file_that_cannot_be_read_disturbs_nobody_while_aws_accepts_the_session() {
    AwsCredentials held = heldInItsLastMinute();
    broken = true;
    hanging = true;
    assertThat(credentials.get()).isSameAs(held);
  }
}
