package dev.keyturn.sandbox.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies can ask about MFA, with each kind of credential. */
class ConditionKeysTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/ann";

  /**
   * Whether ListAllMyBuckets is denied by a condition: with long-term keys, with a session without
   * MFA, with one with MFA.
   */
  @ParameterizedTest
  @CsvSource({
    "Bool, aws:MultiFactorAuthPresent, false, false, true, false",
    "BoolIfExists, aws:MultiFactorAuthPresent, false, true, true, false",
    "Bool, aws:MultiFactorAuthPresent, true, false, false, true",
    "Null, aws:MultiFactorAuthPresent, true, true, false, false",
    "Null, aws:MultiFactorAuthAge, true, true, true, false",
    "Null, aws:MultiFactorAuthAge, false, false, false, true",
    "NumericLessThan, aws:MultiFactorAuthAge, 3600, false, false, true",
    "NumericLessThanIfExists, aws:MultiFactorAuthAge, 3600, true, true, true",
    "NumericGreaterThan, aws:MultiFactorAuthAge, 3600, false, false, false",
    "NumericGreaterThanIfExists, aws:MultiFactorAuthAge, 3600, true, true, false"
  })
  void a_denial_fits(
      String operator, String key, String value, boolean keys, boolean session, boolean mfa) {
    try (TestSandbox sandbox = sandbox(operator, key, value)) {
      TestClient ann = sandbox.as("ann");
      assertThat(isDenied(ann)).as("long-term keys").isEqualTo(keys);
      assertThat(isDenied(ann.call("GetSessionToken").session())).as("no MFA").isEqualTo(session);
      assertThat(isDenied(mfaSession(sandbox))).as("MFA").isEqualTo(mfa);
    }
  }

  @Test
  void the_age_counts_from_the_code() {
    try (TestSandbox sandbox = sandbox("NumericGreaterThan", "aws:MultiFactorAuthAge", "60")) {
      TestClient session = mfaSession(sandbox);
      sandbox.pass(Duration.ofSeconds(60));
      assertThat(isDenied(session)).isFalse();
      sandbox.pass(Duration.ofSeconds(1));
      assertThat(isDenied(session)).isTrue();
    }
  }

  @Test
  void a_code_given_to_assume_role_satisfies_its_trust_policy_and_is_not_carried_on() {
    try (TestSandbox sandbox = sandbox("Bool", "aws:MultiFactorAuthPresent", "true")) {
      TestClient ann = sandbox.as("ann");
      assertThat(Company.assume(ann, "strict").status()).isEqualTo(403);
      String[] proof = {"SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE)};
      TestClient role = Company.assume(ann, "strict", proof).session();
      assertThat(role.s3("GET", "/", "", "").status()).as("allowed by MFA only").isEqualTo(403);
    }
  }

  @Test
  void a_session_with_mfa_opens_many_roles_without_another_code() {
    try (TestSandbox sandbox = sandbox("Bool", "aws:MultiFactorAuthPresent", "none")) {
      TestClient session = mfaSession(sandbox);
      assertThat(Company.assume(session, "strict").outcome()).isEqualTo("200");
      assertThat(Company.assume(session, "strict").outcome()).isEqualTo("200");
    }
  }

  @Test
  void an_external_id_must_be_equal() {
    try (TestSandbox sandbox = sandbox("Bool", "aws:MultiFactorAuthPresent", "none")) {
      TestClient ann = sandbox.as("ann");
      assertThat(Company.assume(ann, "partner").status()).isEqualTo(403);
      assertThat(Company.assume(ann, "partner", "ExternalId", "EXAMPLE").status()).isEqualTo(403);
      assertThat(Company.assume(ann, "partner", "ExternalId", "example").status()).isEqualTo(200);
    }
  }

  @Test
  void root_and_federated_users_have_no_mfa() {
    try (TestSandbox sandbox = sandbox("BoolIfExists", "aws:MultiFactorAuthPresent", "false")) {
      TestClient federated =
          sandbox
              .as("ann")
              .call("GetFederationToken", "Name", "guest", "Policy", Company.ALLOW_ALL)
              .session();
      assertThat(isDenied(federated)).isTrue();
      assertThat(sandbox.as("root").s3("GET", "/", "", "").status()).isEqualTo(200);
    }
  }

  private static boolean isDenied(TestClient client) {
    return client.s3("GET", "/", "", "").status() == 403;
  }

  private static TestClient mfaSession(TestSandbox sandbox) {
    return sandbox
        .as("ann")
        .call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE))
        .session();
  }

  private static TestSandbox sandbox(String operator, String key, String value) {
    return TestSandbox.start(
        """
        {"Accounts":[{"AccountId":"123456789012","Root":{},
          "Users":[{"UserName":"ann","MFADevices":[{}],"Policies":[{"PolicyName":"p",
            "PolicyDocument":{"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"*","Resource":"*"},
              {"Effect":"Deny","Action":"s3:ListAllMyBuckets","Resource":"*",
               "Condition":{"%s":{"%s":"%s"}}}]}}]}],
          "Roles":[
            {"RoleName":"strict","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":
              {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
               "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}},
             "Policies":[{"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":
               {"Effect":"Allow","Action":"s3:*","Resource":"*",
                "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}}]},
            {"RoleName":"partner","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":
              {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
               "Condition":{"StringEquals":{"sts:ExternalId":"example"}}}}}]}]}
        """
            .formatted(operator, key, value));
  }
}
