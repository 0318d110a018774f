package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions: which regions sign in them, and whose ARNs are whose. */
class PartitionsTest {
  private final TestSandbox sandbox =
      TestSandbox.start(
          """
          {"Accounts":[
            {"AccountId":"111111111111","Partition":"aws","Users":[ANN],"Roles":[ROLE]},
            {"AccountId":"222222222222","Partition":"aws-cn","Users":[ANN],"Roles":[ROLE]},
            {"AccountId":"333333333333","Partition":"aws-us-gov","Users":[ANN],"Roles":[ROLE]}]}
          """
              .replace(
                  "ANN",
                  """
                  {"UserName":"ann","Policies":[{"PolicyName":"all","PolicyDocument":
                    {"Version":"2012-10-17",
                     "Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]}\
                  """)
              .replace("ROLE", "{\"RoleName\":\"worker\"}"));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, us-east-1",
    "0, eu-central-1",
    "0, ap-southeast-4",
    "0, mx-central-1",
    "1, cn-north-1",
    "1, cn-northwest-1",
    "2, us-gov-west-1",
    "2, us-gov-east-1"
  })
  void a_region_of_the_partition_signs(int account, String region) {
    assertThat(ann(account).in(region).call("GetCallerIdentity").outcome()).isEqualTo("200");
  }

  @ParameterizedTest
  @CsvSource({
    "0, cn-north-1",
    "0, us-gov-west-1",
    "1, us-east-1",
    "1, us-gov-west-1",
    "2, us-west-2"
  })
  void a_key_is_unknown_in_another_partition(int account, String region) {
    assertThat(ann(account).in(region).call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 InvalidClientTokenId: The security token included in the request is invalid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "us_east_1", "US-EAST-1"})
  void an_unknown_region_is_refused(String region) {
    assertThat(ann(0).in(region).call("GetCallerIdentity").outcome())
        .isEqualTo(
            "403 SignatureDoesNotMatch: Credential should be scoped to a valid region, not '"
                + region
                + "'. ");
  }

  @ParameterizedTest
  @CsvSource({"1, cn-north-1, aws-cn, 222222222222", "2, us-gov-west-1, aws-us-gov, 333333333333"})
  void every_arn_is_of_the_partition(int account, String region, String partition, String id) {
    TestClient ann = ann(account).in(region);
    assertThat(ann.call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:" + partition + ":iam::" + id + ":user/ann");
    String role = "arn:" + partition + ":iam::" + id + ":role/worker";
    assertThat(ann.call("AssumeRole", "RoleArn", role, "RoleSessionName", "session").text("Arn"))
        .isEqualTo("arn:" + partition + ":sts::" + id + ":assumed-role/worker/session");
    assertThat(ann.call("ListPolicies", "Scope", "AWS").text("Arn"))
        .startsWith("arn:" + partition + ":iam::aws:policy/");
    assertThat(ann.call("GetFederationToken", "Name", "guest").text("Arn"))
        .isEqualTo("arn:" + partition + ":sts::" + id + ":federated-user/guest");
  }

  @Test
  void a_role_arn_of_another_partition_opens_nothing() {
    String role = "arn:aws-cn:iam::111111111111:role/worker";
    assertThat(ann(0).call("AssumeRole", "RoleArn", role, "RoleSessionName", "session").outcome())
        .startsWith("403 AccessDenied: ")
        .endsWith("sts:AssumeRole on resource: " + role);
  }

  private TestClient ann(int account) {
    return sandbox.as(account, "ann");
  }
}
