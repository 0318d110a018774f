package dev.keyturn.domain.session.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.Plans;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.store.StoredSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process says that waits for another one. */
class StepLocksTest {

  private static final String CODE = "the MFA code of arn:aws:iam::123456789012:mfa/alice";
  private static final String CONFIG =
      """
      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = user
      mfa_serial = arn:aws:iam::123456789012:mfa/alice
      """;

  private final Map<String, Duration> held = new HashMap<>();
  private final Map<String, Long> holders = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final StepLocks locks;

  StepLocksTest(@TempDir Path folder) {
    SessionHome home = new SessionHome(folder, CONFIG, "[user]\n" + Plans.KEYS);
    SessionPlan plan = home.plan("admin");
    StoredSteps steps = new StoredSteps(home.store, plan, "AKIAIOSFODNN7EXAMPLE", plan.device());
    locks = new StepLocks(this::acquire, steps, notes::add);
  }

  /** Process 4711, or the one in {@code holders}, has what is in {@code held}, for so long. */
  private Locks.Held acquire(String name, Duration wait) {
    Duration left = held.getOrDefault(name, Duration.ZERO);
    if (left.compareTo(wait) > 0) {
      held.put(name, left.minus(wait));
      throw new FileFailure.Busy(name, holders.getOrDefault(name, 4711L)).exception();
    }
    held.remove(name);
    return () -> {};
  }

  private void otherHolds(int steps, Duration time) {
    held.put(locks.name(steps), time);
  }

  @Test
  void a_lock_that_is_soon_free_is_not_worth_a_note() {
    otherHolds(1, Duration.ofMillis(900));
    locks.acquire(1, true).close();
    assertThat(notes).isEmpty();
  }

  @Test
  void a_wait_for_a_prompt_names_the_process_and_the_device() {
    otherHolds(1, Duration.ofMinutes(2));
    locks.acquire(1, true).close();
    assertThat(notes)
        .containsExactly("waiting for another Keyturn process (pid 4711), which asks for " + CODE);
  }

  @Test
  void a_wait_for_a_call_does_not_name_a_prompt() {
    otherHolds(2, Duration.ofSeconds(5));
    locks.acquire(2, true).close();
    assertThat(notes)
        .containsExactly(
            "waiting for another Keyturn process (pid 4711), which makes the same session");
  }

  @Test
  void a_process_that_makes_the_session_of_a_role_may_ask_for_the_code_of_the_user() {
    otherHolds(2, Duration.ofMinutes(2));
    otherHolds(1, Duration.ofMinutes(2));
    locks.acquire(2, true).close();
    assertThat(notes).singleElement().asString().endsWith("asks for " + CODE);
  }

  /** It has the lock of the code for a moment only, to see whether it is free. */
  @Test
  void another_process_that_looks_whether_a_prompt_is_open_is_not_taken_for_one() {
    otherHolds(2, Duration.ofSeconds(5));
    otherHolds(1, Duration.ofMillis(1));
    holders.put(locks.name(1), 4712L);
    locks.acquire(2, false).close();
    assertThat(notes)
        .containsExactly(
            "waiting for another Keyturn process (pid 4711), which makes the same session");
  }

  @Test
  void a_process_that_has_ended_between_two_looks_asks_for_nothing() {
    otherHolds(2, Duration.ofMillis(1001));
    locks.acquire(2, false).close();
    assertThat(notes).hasSize(1);
    assertThat(held).isEmpty();
  }

  @Test
  void without_a_terminal_nobody_waits_for_a_prompt() {
    for (int steps = 1; steps <= 2; steps++) {
      int step = steps;
      otherHolds(1, Duration.ofMinutes(2));
      otherHolds(2, Duration.ofMinutes(2));
      assertThatThrownBy(() -> locks.acquire(step, false))
          .isInstanceOfSatisfying(
              FailureException.class,
              e ->
                  assertThat(e.failure())
                      .isEqualTo(
                          new Failure.NoTerminal(
                              "another Keyturn process (pid 4711) asks for "
                                  + CODE
                                  + ", and there is no terminal to ask on here",
                              "keyturn login admin")));
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void without_a_terminal_a_call_is_waited_for() {
    otherHolds(2, Duration.ofSeconds(5));
    locks.acquire(2, false).close();
    assertThat(notes).hasSize(1);
  }

  @Test
  void a_prompt_that_nobody_answers_needs_a_person() {
    otherHolds(1, Duration.ofMinutes(6));
    assertThatThrownBy(() -> locks.acquire(1, true))
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure().message())
                    .isEqualTo(
                        "another Keyturn process (pid 4711) asks for "
                            + CODE
                            + ", and nobody answered it for 5 minutes"));
  }
}
