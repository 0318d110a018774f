package dev.keyturn.sandbox.clients;

import dev.keyturn.sandbox.TestSandbox;
import java.time.Clock;

/** What clients that sign by the real clock start from. */
final class Companies {
  static final String ONE_ADMINISTRATOR =
      """
      {"Accounts":[{"AccountId":"123456789012","Buckets":[{"Name":"attic"}],"Users":[
        {"UserName":"boss","Policies":[{"PolicyName":"everything","PolicyDocument":{
          "Version":"2012-10-17",
          "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}]}]}
      """;

  private Companies() {}

  /** Holds the sandbox's clock at the real time, in seconds since 1970. */
  static long holdClock(TestSandbox sandbox) {
    long now = Clock.systemUTC().instant().getEpochSecond();
    sandbox.control("{\"FrozenClock\":" + now + "}");
    return now;
  }
}
