package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS SDK for Python against a sandbox; what it does is in {@code life_of_a_user.py}. */
class Boto3Test {
  @Test
  void a_user_lives_from_creation_to_deletion(@TempDir Path home) throws Exception {
    Path python =
        Programs.require(
            "python3", found -> Programs.run(Map.of(), found, "-c", "import boto3").status() == 0);
    Path script = Path.of(requireNonNull(Boto3Test.class.getResource("life_of_a_user.py")).toURI());
    Programs.require("oathtool");
    Programs.require("zbarimg");
    try (CompanyOfToday company = new CompanyOfToday()) {
      TestClient boss = company.sandbox().as("boss");
      Programs.Result result =
          Programs.run(
              Map.of(
                  "PATH",
                  System.getenv("PATH"),
                  "HOME",
                  home.toString(),
                  "AWS_EC2_METADATA_DISABLED",
                  "true"),
              python,
              script.toString(),
              company.sandbox().url(),
              boss.accessKeyId(),
              boss.secret(),
              Long.toString(company.now().getEpochSecond()));
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }
}
