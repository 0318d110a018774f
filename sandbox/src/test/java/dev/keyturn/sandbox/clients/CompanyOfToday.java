package dev.keyturn.sandbox.clients;

import dev.keyturn.sandbox.TestSandbox;
import java.time.Clock;
import java.time.Instant;

/**
 * A sandbox for clients that sign by the clock of this machine: its own clock is held near that
 * one, and moved by less than signatures allow. An administrator lives there, {@code boss}.
 */
final class CompanyOfToday implements AutoCloseable {
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Root":{"AccessKeys":[{}]},
        "Users":[{"UserName":"boss","AccessKeys":[{"CreateDate":"2026-01-01T00:00:00Z"}],
          "Policies":[{"PolicyName":"everything","PolicyDocument":{"Version":"2012-10-17",
            "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}],
        "Buckets":[{"Name":"examplebucket","Objects":[{"Key":"config.yml","Body":"a: b"}]},
                   {"Name":"otherbucket","Objects":[]}]}]}
      """;

  private final TestSandbox sandbox = TestSandbox.start(STATE);
  private Instant now = Clock.systemUTC().instant();

  CompanyOfToday() {
    pass(0);
  }

  TestSandbox sandbox() {
    return sandbox;
  }

  /** The time of the sandbox's clock. */
  Instant now() {
    return now;
  }

  /** Advances the sandbox's clock, which is never slower than the machine's. */
  void pass(int seconds) {
    Instant machine = Clock.systemUTC().instant();
    Instant later = now.plusSeconds(seconds);
    now = later.isAfter(machine) ? later : machine;
    sandbox.control("{\"FrozenClock\":" + now.getEpochSecond() + "}");
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
