package dev.keyturn.cli.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.doctor.check.Check;
import dev.keyturn.cli.command.doctor.check.CheckName;
import dev.keyturn.cli.command.doctor.check.Finding;
import dev.keyturn.cli.command.doctor.check.Level;
import dev.keyturn.domain.failure.AwsFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckupTest {

  private static final Check GOOD =
      new Check(CheckName.HOOK, () -> List.of(Finding.ok(CheckName.HOOK, "good")));

  @Test
  void a_crashed_check_is_a_finding_without_the_message_of_the_bug() {
    Check crashes =
        new Check(
            CheckName.KEYS,
            () -> {
              throw new IllegalStateException("a secret");
            });
    List<Finding> findings = new Checkup().run(List.of(crashes, GOOD));
    assertThat(findings).extracting(Finding::level).containsExactly(Level.FAIL, Level.OK);
    assertThat(findings.get(0).message())
        .contains("IllegalStateException")
        .doesNotContain("secret");
  }

  @Test
  void a_failure_is_a_finding_with_its_name() {
    AwsFailure.Throttled failure = new AwsFailure.Throttled("https://sts", "Throttling");
    Check fails =
        new Check(
            CheckName.IDENTITY,
            () -> {
              throw failure.exception();
            });
    assertThat(new Checkup().run(List.of(fails)))
        .containsExactly(Finding.of(CheckName.IDENTITY, Level.FAIL, failure));
  }

  @Test
  void a_check_that_takes_too_long_is_a_finding_and_the_others_go_on() {
    CountDownLatch never = new CountDownLatch(1);
    Check waits =
        new Check(
            CheckName.CONNECTION,
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of();
            });
    assertThat(new Checkup(Duration.ofSeconds(1)).run(List.of(waits, GOOD)))
        .extracting(Finding::level)
        .containsExactly(Level.WARN, Level.OK);
    never.countDown();
  }
}
