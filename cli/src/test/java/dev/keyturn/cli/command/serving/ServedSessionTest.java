package dev.keyturn.cli.command.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.session.store.RefreshWindow;
import dev.keyturn.domain.session.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServedSessionTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Failure NEEDS_CODE = new Failure.NoTerminal("a code is needed", "login");

  private volatile Instant now = NOON;
  private final Source source = new Source();
  private final List<Failure> told = new ArrayList<>();
  private final ServedSession served =
      new ServedSession(
          source, new Renewal(RefreshWindow.DEFAULT, () -> now, () -> 0), told::add, this::execute);

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean slow;

  /** Runs at once, or when a test lets it. */
  private void execute(Runnable task) {
    if (slow) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  /** Files and AWS. */
  private final class Source implements ServedSession.Source {
    volatile @Nullable Session kept;
    volatile @Nullable Session next;
    volatile @Nullable Failure broken;
    volatile Failure failure = NEEDS_CODE;
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();

    @Override
    public Optional<Session> kept() {
      looks.incrementAndGet();
      if (broken != null) {
        throw broken.exception();
      }
      return Optional.ofNullable(kept);
    }

    @Override
    public Session make(Duration remaining) {
      calls.incrementAndGet();
      if (kept != null && kept.remaining(now).compareTo(remaining) >= 0) {
        return kept;
      }
      Session made = next;
      if (made == null) {
        throw failure.exception();
      }
      kept = made;
      return made;
    }
  }

  private static Session session(String id, Instant start, Duration granted) {
    return new Session(
        new SessionCredentials(id, Secret.of("s"), Secret.of("t"), start.plus(granted)),
        null,
        null,
        null,
        granted);
  }

  private String id() {
    return served.session().credentials().accessKeyId();
  }

  @Test
  void a_session_that_is_kept_is_answered_without_a_call() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    assertThat(id()).isEqualTo("ASIA1");
    assertThat(source.calls).hasValue(0);
  }

  @Test
  void within_a_second_answers_come_from_memory() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    id();
    now = NOON.plusMillis(900);
    id();
    assertThat(source.looks).hasValue(1);
  }

  @Test
  void a_login_elsewhere_is_followed_after_a_second() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    id();
    source.kept = session("ASIA2", NOON, Duration.ofHours(1));
    now = NOON.plusSeconds(1);
    assertThat(id()).isEqualTo("ASIA2");
  }

  @Test
  void after_a_logout_nothing_is_handed_out() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    id();
    source.kept = null;
    now = NOON.plusSeconds(1);
    assertThatThrownBy(this::id)
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure()).isEqualTo(NEEDS_CODE));
  }

  @Test
  void a_file_that_breaks_does_not_cut_off_a_client_with_a_session() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    id();
    source.broken = new FileFailure.Broken("config", 1, "rule", "");
    now = NOON.plusSeconds(5);
    assertThat(id()).isEqualTo("ASIA1");
  }

  @Test
  void what_is_missing_is_made() {
    source.next = session("ASIA1", NOON, Duration.ofHours(1));
    assertThat(id()).isEqualTo("ASIA1");
    assertThat(source.calls).hasValue(1);
  }

  @Test
  void twenty_minutes_before_its_end_a_session_is_renewed_in_the_background() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    source.next = session("ASIA2", NOON.plusSeconds(2400), Duration.ofHours(1));
    id();
    now = NOON.plusSeconds(2400);
    served.renewIfDue();
    assertThat(source.calls).hasValue(0);
    now = NOON.plusSeconds(2401);
    served.renewIfDue();
    assertThat(source.calls).hasValue(1);
    assertThat(id()).isEqualTo("ASIA2");
  }

  @Test
  void a_short_session_is_renewed_at_half_its_life() {
    source.kept = session("ASIA1", NOON, Duration.ofSeconds(45));
    source.next = session("ASIA2", NOON.plusSeconds(23), Duration.ofSeconds(45));
    id();
    now = NOON.plusSeconds(22);
    served.renewIfDue();
    assertThat(source.calls).hasValue(0);
    now = NOON.plusSeconds(23);
    served.renewIfDue();
    assertThat(id()).isEqualTo("ASIA2");
  }

  @Test
  void a_session_that_is_about_to_end_is_replaced_before_it_is_handed_out() {
    source.kept = session("ASIA1", NOON, Duration.ofSeconds(8));
    source.next = session("ASIA2", NOON.plusSeconds(6), Duration.ofSeconds(8));
    id();
    now = NOON.plusSeconds(6);
    assertThat(id()).isEqualTo("ASIA2");
  }

  @Test
  void while_it_is_renewed_the_old_one_is_handed_out_and_one_call_is_made() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    source.next = session("ASIA2", NOON, Duration.ofHours(2));
    slow = true;
    id();
    now = NOON.plusSeconds(2500);
    served.renewIfDue();
    served.renewIfDue();
    assertThat(id()).isEqualTo("ASIA1");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(id()).isEqualTo("ASIA2");
  }

  @Test
  void that_a_person_is_needed_is_reported_once_and_the_session_handed_out_to_its_end() {
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    id();
    for (int i = 0; i < 5; i++) {
      now = NOON.plusSeconds(2401 + i);
      served.renewIfDue();
    }
    assertThat(id()).isEqualTo("ASIA1");
    assertThat(source.calls).hasValue(5);
    assertThat(told).containsExactly(NEEDS_CODE);
  }

  @Test
  void after_a_failure_aws_is_asked_ever_more_seldom() {
    source.failure = new AwsFailure.Unreachable("sts", "no route", false);
    List<Integer> asked = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      now = NOON.plusSeconds(second);
      int before = source.calls.get();
      assertThatThrownBy(this::id).isInstanceOf(FailureException.class);
      if (source.calls.get() > before) {
        asked.add(second);
      }
    }
    assertThat(asked).containsExactly(0, 1, 3, 7, 15, 31);
  }

  @Test
  void a_request_gives_up_before_its_client_does() {
    slow = true;
    long start = System.nanoTime();
    assertThatThrownBy(this::id)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(AwsFailure.Unreachable.class));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_400));
    // The AWS SDKs wait for 2 seconds.
    assertThat(ServedSession.PATIENCE).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void it_is_ready_once_it_has_a_session() {
    assertThat(served.isReady()).isFalse();
    source.kept = session("ASIA1", NOON, Duration.ofHours(1));
    now = NOON.plusSeconds(1);
    assertThat(served.isReady()).isTrue();
  }
}
