package dev.keyturn.cli.command.doctor;

import static java.util.Objects.requireNonNull;

import dev.keyturn.cli.command.doctor.check.Check;
import dev.keyturn.cli.command.doctor.check.CheckName;
import dev.keyturn.cli.command.doctor.check.Finding;
import dev.keyturn.cli.command.doctor.check.Level;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks in parallel. One that fails, crashes or takes too long becomes a finding; the others
 * continue.
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

  /** The findings of {@code checks}, in order; no check takes longer than the limit. */
  List<Finding> run(List<Check> checks) {
    List<CompletableFuture<List<Finding>>> running = checks.stream().map(this::started).toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      findings.addAll(outcome(checks.get(i).name(), running.get(i)));
    }
    return findings;
  }

  private CompletableFuture<List<Finding>> started(Check check) {
    return CompletableFuture.supplyAsync(check.work(), work -> start(check.name(), work))
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The thread of a check that takes too long is not waited for. */
  private static void start(CheckName name, Runnable work) {
    Thread thread = new Thread(work, "check-" + name.text());
    thread.setDaemon(true);
    thread.start();
  }

  private List<Finding> outcome(CheckName name, Future<List<Finding>> findings) {
    try {
      return findings.get();
    } catch (ExecutionException e) {
      Throwable cause = requireNonNull(e.getCause());
      return List.of(cause instanceof TimeoutException ? late(name) : broken(name, cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }

  /** A local check can be slow only because this computer is. */
  private Finding late(CheckName name) {
    String message = "no result within " + longest.toSeconds() + " s";
    return name.asksAws()
        ? Finding.warn(name, message, "check the network, then try again")
        : Finding.warn(name, message + "; this computer is busy", "try again");
  }

  /** The message of a bug might contain secrets. */
  private static Finding broken(CheckName name, Throwable cause) {
    return cause instanceof FailureException failure
        ? Finding.of(name, Level.FAIL, failure.failure())
        : Finding.fail(
            name,
            "a bug in this check: " + cause.getClass().getSimpleName(),
            "please report it: https://github.com/keyturn/keyturn/issues");
  }
}
