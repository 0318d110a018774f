package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no source says what AWS does: what the sandbox does, so that nobody takes it for proof. */
class UnconfirmedTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ann";
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Users":[{"UserName":"ann","MFADevices":[{}],"Policies":[{"PolicyName":"p",
          "PolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"*","Resource":"*"},
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}]}}]}],
        "Roles":[{"RoleName":"worker"}]}]}
      """;

  @Test
  void a_code_of_an_assume_role_call_counts_for_the_callers_own_policies_in_it() {
    try (TestSandbox sandbox = TestSandbox.start(STATE)) {
      TestClient ann = sandbox.as("ann");
      assertThat(Company.assume(ann, "worker").outcome())
          .endsWith("with an explicit deny in an identity-based policy");
      String[] proof = {"SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE)};
      assertThat(Company.assume(ann, "worker", proof).outcome()).isEqualTo("200");
    }
  }

  @Test
  void a_federation_token_carries_no_mfa() {
    try (TestSandbox sandbox = TestSandbox.start(STATE)) {
      assertThat(sandbox.as("ann").call("GetFederationToken", "Name", "guest").outcome())
          .startsWith("403 AccessDenied: ")
          .endsWith("with an explicit deny in an identity-based policy");
    }
  }

  @ParameterizedTest
  @CsvSource({"-2, 403", "-1, 200", "0, 200", "1, 200", "2, 403"})
  void the_code_before_the_code_now_and_the_next_one_are_accepted(int step, int status) {
    try (TestSandbox sandbox = TestSandbox.start(STATE)) {
      String code = sandbox.code(DEVICE, sandbox.now().plus(Duration.ofSeconds(30L * step)));
      assertThat(
              sandbox
                  .as("ann")
                  .call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", code)
                  .status())
          .isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 403", "false, 200"})
  void codes_given_to_enable_a_device_count_as_used_unless_switched_off(boolean count, int status) {
    String state = STATE.replaceFirst("\\{", "{\"EnableCodesCount\":" + count + ",");
    try (TestSandbox sandbox = TestSandbox.start(state)) {
      TestClient ann = sandbox.as("ann");
      String first = sandbox.code(DEVICE);
      TestClient session =
          ann.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", first).session();
      session.call("DeactivateMFADevice", "UserName", "ann", "SerialNumber", DEVICE);
      sandbox.pass(Duration.ofMinutes(2));
      String before = sandbox.code(DEVICE, sandbox.now().minusSeconds(30));
      String now = sandbox.code(DEVICE);
      session.call(
          "EnableMFADevice",
          "UserName",
          "ann",
          "SerialNumber",
          DEVICE,
          "AuthenticationCode1",
          before,
          "AuthenticationCode2",
          now);
      assertThat(ann.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", now).status())
          .isEqualTo(status);
    }
  }
}
