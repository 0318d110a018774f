package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.iam.Iam;
import dev.keyturn.sandbox.sts.Sts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers of all actions have the shape that AWS's service model, as botocore has it, says. */
class ServiceModelTest {
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[
        {"UserName":"boss","Policies":[{"PolicyName":"everything","PolicyDocument":{
          "Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]},
        {"UserName":"pat","MFADevices":[
          {"SerialNumber":"arn:aws:iam::123456789012:u2f/user/pat/phone-EXAMPLE"}]}]}]}
      """;

  @Test
  void every_answer_has_the_shape_of_the_service_model(@TempDir Path home) throws Exception {
    Path python =
        Programs.require(
            "python3", found -> Programs.run(Map.of(), found, "-c", "import boto3").status() == 0);
    Programs.require("oathtool");
    Path script =
        Path.of(requireNonNull(ServiceModelTest.class.getResource("every_action.py")).toURI());
    try (TestSandbox sandbox = TestSandbox.start(STATE)) {
      long now = Companies.holdClock(sandbox);
      TestClient boss = sandbox.as("boss");
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  script.toString(),
                  sandbox.url(),
                  boss.accessKeyId(),
                  boss.secret(),
                  Long.toString(now)));
      arguments.addAll(Iam.service().actionNames());
      arguments.addAll(
          Sts.service(new Callers(sandbox.state()), new Authorization()).actionNames());
      Programs.Result result =
          Programs.run(
              Map.of(
                  "PATH", System.getenv("PATH"),
                  "HOME", home.toString(),
                  "AWS_EC2_METADATA_DISABLED", "true"),
              python,
              arguments.toArray(String[]::new));
      assertThat(result.status()).as(result.errors()).isZero();
      assertThat(result.output().strip()).isEmpty();
    }
  }
}
