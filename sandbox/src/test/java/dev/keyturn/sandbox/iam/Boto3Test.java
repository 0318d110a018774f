package dev.keyturn.sandbox.iam;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS SDK for Python against a sandbox; what it does stands in {@code life_of_a_user.py}. */
class Boto3Test {
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[
        {"UserName":"boss","AccessKeys":[{"CreateDate":"2026-01-01T00:00:00Z"}],
         "Policies":[{"PolicyName":"everything","PolicyDocument":{"Version":"2012-10-17",
           "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}]}]}
      """;

  @Test
  void a_user_lives_from_creation_to_deletion(@TempDir Path home) throws Exception {
    Path python =
        Programs.require(
            "python3", found -> Programs.run(Map.of(), found, "-c", "import boto3").status() == 0);
    Path script = Path.of(requireNonNull(Boto3Test.class.getResource("life_of_a_user.py")).toURI());
    try (TestSandbox sandbox = TestSandbox.start(STATE)) {
      long now = Clock.systemUTC().instant().getEpochSecond();
      sandbox.control("{\"FrozenClock\":" + now + "}");
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              Map.of("HOME", home.toString(), "AWS_EC2_METADATA_DISABLED", "true"),
              python,
              script.toString(),
              sandbox.url(),
              boss.accessKeyId(),
              boss.secret(),
              Long.toString(now));
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }
}
