package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of fault, met by boto3 over TLS; what it does is in {@code faults.py}. Once the state
 * file sets them and once the control path does.
 */
class FaultsTest {
  private static final String IN_THE_STATE =
      """
      ,"Faults":[
        {"Kind":"expired-certificate","Times":1},
        {"Action":"GetUser","Kind":"throttle","Times":1},
        {"Action":"ListUsers","Kind":"500","Times":1},
        {"Action":"ListRoles","Kind":"503","Times":1},
        {"Action":"ListGroups","Kind":"unknown-key","Times":1},
        {"Action":"ListPolicies","Kind":"clock","OffsetSeconds":7200,"Times":1},
        {"Action":"ListAccountAliases","Kind":"cut","Times":1},
        {"Action":"ListAccessKeys","Kind":"garbage","Times":1},
        {"Action":"ListMFADevices","Kind":"slow","Times":1},
        {"Action":"GetAccountSummary","LatencyMillis":1500,"Times":1}]}
      """;

  @ParameterizedTest
  @CsvSource({"state", "control"})
  void a_client_meets_each_kind(String origin, @TempDir Path home) throws Exception {
    Path python =
        Programs.require(
            "python3", found -> Programs.run(Map.of(), found, "-c", "import boto3").status() == 0);
    Path script = Path.of(requireNonNull(FaultsTest.class.getResource("faults.py")).toURI());
    String company = Companies.ONE_ADMINISTRATOR.strip();
    String state =
        origin.equals("state")
            ? company.substring(0, company.length() - 1) + IN_THE_STATE
            : company;
    try (TestSandbox sandbox = TestSandbox.startSecure(state)) {
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              Map.of("HOME", home.toString(), "AWS_EC2_METADATA_DISABLED", "true"),
              python,
              script.toString(),
              sandbox.url(),
              sandbox.caBundle().toString(),
              boss.accessKeyId(),
              boss.secret(),
              sandbox.controlToken(),
              origin);
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }
}
