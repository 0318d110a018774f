package dev.keyturn.cli.command.doctor;

import static java.util.Objects.requireNonNull;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks beside each other. One that fails, crashes or takes too long is a finding; the others
 * go on.
 */
final class Checkup {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Duration longest;

  Checkup() {
    this(LONGEST);
  }

  /** With another limit for a check. */
  Checkup(Duration longest) {
    this.longest = longest;
  }

  /** The findings of {@code checks}, in their order. */
  List<Finding> run(List<Check> checks) {
    List<FutureTask<List<Finding>>> tasks = checks.stream().map(Checkup::started).toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      findings.addAll(outcome(checks.get(i).name(), tasks.get(i)));
    }
    return findings;
  }

  /** Nobody waits for the thread of a check that takes too long. */
  private static FutureTask<List<Finding>> started(Check check) {
    FutureTask<List<Finding>> task = new FutureTask<>(() -> check.work().get());
    Thread thread = new Thread(task, "check-" + check.name().text());
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private List<Finding> outcome(CheckName name, FutureTask<List<Finding>> task) {
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String message = "no result within " + longest.toSeconds() + " s";
      return List.of(Finding.warn(name, message, "check the network, then try again"));
    } catch (ExecutionException e) {
      return List.of(broken(name, requireNonNull(e.getCause())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** The message of a bug might hold anything. */
  private static Finding broken(CheckName name, Throwable cause) {
    return cause instanceof FailureException failure
        ? Finding.of(name, Level.FAIL, failure.failure())
        : Finding.fail(
            name,
            "a bug in this check: " + cause.getClass().getSimpleName(),
            "please report it: https://github.com/keyturn/keyturn/issues");
  }
}
