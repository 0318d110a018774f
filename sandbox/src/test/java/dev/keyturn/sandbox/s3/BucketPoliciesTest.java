package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two accounts, a bucket in the first; {@code all} may do everything, {@code none} nothing. */
class BucketPoliciesTest {
  private static final String STATE =
      """
      {"Accounts":[
        {"AccountId":"111111111111","Root":{"AccessKeys":[{}]},"Users":[
          {"UserName":"all","Policies":[P]},{"UserName":"none"},
          {"UserName":"mfa","MFADevices":[{}]}],
         "Buckets":[{"Name":"b-1","PublicAccessBlockConfiguration":{},"Objects":[{"Key":"x","Body":"hello"}]}]},
        {"AccountId":"222222222222","Users":[
          {"UserName":"all","Policies":[P]},{"UserName":"none"}]}]}
      """
          .replace(
              "P]",
              """
              {"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":
                {"Effect":"Allow","Action":"*","Resource":"*"}}}]\
              """);

  private final TestSandbox sandbox = TestSandbox.start(STATE);
  private final TestClient owner = user(0, "all");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Who may read the object, by the principal that an Allow names and the user who asks. */
  @ParameterizedTest
  @CsvSource({
    // In the bucket's account either side is enough, but an account named leaves it to its
    // policies.
    "*, 0, none, 200",
    "arn:aws:iam::111111111111:user/none, 0, none, 200",
    "arn:aws:iam::111111111111:user/all, 0, none, 403",
    "arn:aws:iam::111111111111:root, 0, none, 403",
    "111111111111, 0, none, 403",
    "arn:aws:iam::111111111111:user/none, 0, all, 200",
    // Another account needs both sides.
    "arn:aws:iam::222222222222:root, 1, all, 200",
    "222222222222, 1, all, 200",
    "arn:aws:iam::222222222222:user/all, 1, all, 200",
    "arn:aws:iam::222222222222:user/all, 1, none, 403",
    "arn:aws:iam::222222222222:user/none, 1, none, 403",
    "arn:aws:iam::111111111111:root, 1, all, 403",
    "*, 1, all, 200",
    "*, 1, none, 403"
  })
  void an_allow_reaches(String principal, int account, String user, int status) {
    put(statement("Allow", principal, "s3:GetObject", "arn:aws:s3:::b-1/*", ""));
    assertThat(user(account, user).s3("GET", "/b-1/x", "", "").status()).isEqualTo(status);
  }

  @Test
  void a_deny_takes_precedence_over_the_policies_of_the_caller() {
    put(statement("Deny", "*", "s3:GetObject", "arn:aws:s3:::b-1/x", ""));
    assertThat(owner.s3("GET", "/b-1/x", "", "").outcome())
        .endsWith(
            "on resource: \"arn:aws:s3:::b-1/x\" with an explicit deny in a resource-based policy");
    assertThat(owner.s3("PUT", "/b-1/y", "", "").status()).isEqualTo(200);
  }

  @Test
  void a_condition_on_mfa_is_met_by_mfa_sessions_only() {
    put(
        statement(
            "Allow",
            "arn:aws:iam::111111111111:user/mfa",
            "s3:GetObject",
            "arn:aws:s3:::b-1/*",
            ",\"Condition\":{\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"600\"},"
                + "\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}"));
    TestClient mfa = user(0, "mfa");
    String serial = "arn:aws:iam::111111111111:mfa/mfa";
    assertThat(mfa.s3("GET", "/b-1/x", "", "").status()).isEqualTo(403);
    TestClient session =
        mfa.call("GetSessionToken", "SerialNumber", serial, "TokenCode", sandbox.code(serial))
            .session();
    assertThat(session.s3("GET", "/b-1/x", "", "").status()).isEqualTo(200);
    sandbox.pass(Duration.ofSeconds(601));
    assertThat(session.s3("GET", "/b-1/x", "", "").status()).isEqualTo(403);
  }

  @Test
  void a_listing_can_be_allowed_below_a_prefix() {
    put(
        statement(
            "Allow",
            "arn:aws:iam::111111111111:user/none",
            "s3:ListBucket",
            "arn:aws:s3:::b-1",
            ",\"Condition\":{\"StringLike\":{\"s3:prefix\":\"home/*\"}}"));
    TestClient none = user(0, "none");
    assertThat(none.s3("GET", "/b-1", "list-type=2&prefix=home%2Fa", "").status()).isEqualTo(200);
    assertThat(none.s3("GET", "/b-1", "list-type=2", "").status()).isEqualTo(403);
  }

  @Test
  void who_may_not_list_does_not_learn_that_an_object_is_missing() {
    put(
        statement(
            "Allow",
            "arn:aws:iam::111111111111:user/none",
            "s3:GetObject",
            "arn:aws:s3:::b-1/*",
            ""));
    assertThat(user(0, "none").s3("GET", "/b-1/nothing", "", "").outcome())
        .startsWith("403 AccessDenied: User: ")
        .endsWith("because no identity-based policy allows the s3:ListBucket action");
    assertThat(owner.s3("GET", "/b-1/nothing", "", "").status()).isEqualTo(404);
  }

  @Test
  void a_policy_is_put_read_and_deleted() {
    assertThat(owner.s3("GET", "/b-1", "policy=", "").outcome())
        .isEqualTo("404 NoSuchBucketPolicy: The bucket policy does not exist");
    String policy = statement("Deny", "*", "s3:GetObject", "arn:aws:s3:::b-1/*", "");
    put(policy);
    assertThat(owner.s3("GET", "/b-1", "policy=", "").body()).isEqualTo(policy);
    assertThat(owner.s3("DELETE", "/b-1", "policy=", "").status()).isEqualTo(204);
    assertThat(owner.s3("GET", "/b-1/x", "", "").status()).isEqualTo(200);
  }

  @Test
  void another_account_may_not_read_the_policy_even_if_allowed() {
    TestClient other = user(1, "all");
    assertThat(other.s3("GET", "/b-1", "policy=", "").status()).isEqualTo(403);
    put(statement("Allow", "222222222222", "s3:*", "arn:aws:s3:::b-1", ""));
    assertThat(other.s3("GET", "/b-1", "policy=", "").outcome())
        .isEqualTo(
            "405 MethodNotAllowed: The specified method is not allowed against this resource.");
  }

  @Test
  void root_of_the_owner_can_always_take_the_policy_away() {
    put(statement("Deny", "*", "s3:*", "arn:aws:s3:::b-1", ""));
    assertThat(owner.s3("DELETE", "/b-1", "policy=", "").status()).isEqualTo(403);
    TestClient root = sandbox.as("root");
    assertThat(root.s3("GET", "/b-1", "list-type=2", "").status()).isEqualTo(403);
    assertThat(root.s3("DELETE", "/b-1", "policy=", "").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json|Policies must be valid JSON and the first byte must be '{'",
        "[]|Policies must be valid JSON and the first byte must be '{'",
        "{|This policy contains invalid Json",
        "{}|Missing required field Statement",
        "{\"Statement\":[]}|Could not parse the policy: Statement is empty!",
        "{\"Statement\":{}}|Missing required field Effect",
        "{\"Statement\":{\"Effect\":\"Allow\"}}|Missing required field Principal",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\"}}|Missing required field Action",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\"}}|Missing required field Resource",
        "{\"Statement\":{\"Effect\":\"Maybe\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Invalid policy syntax.",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"none\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Invalid policy syntax.",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"none\"},\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Invalid principal in policy",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111111111111:user/nobody\"},\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Invalid principal in policy",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"333333333333\"},\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Invalid principal in policy",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"ec2:Run\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Policy has invalid action",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::other\"}}|Policy has invalid resource",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b-1\"}}|Action does not apply to any resource(s) in statement",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b-1/*\"}}|Action does not apply to any resource(s) in statement"
      })
  void a_malformed_policy_is_refused(String policy, String message) {
    assertThat(owner.s3("PUT", "/b-1", "policy=", policy).outcome())
        .isEqualTo("400 MalformedPolicy: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:BypassGovernanceRetention", "s3:ReplicateDelete", "s3:ReplicateTags"})
  void some_actions_are_on_objects_that_do_not_say_so(String action) {
    put(statement("Allow", "*", action, "arn:aws:s3:::b-1/*", ""));
  }

  private void put(String policy) {
    assertThat(owner.s3("PUT", "/b-1", "policy=", policy).outcome()).isEqualTo("204");
  }

  private static String statement(
      String effect, String principal, String action, String resource, String more) {
    String who = principal.equals("*") ? "\"*\"" : "{\"AWS\":\"" + principal + "\"}";
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"%s\",\"Principal\":%s,\"Action\":\"%s\",\"Resource\":\"%s\"%s}]}"
        .formatted(effect, who, action, resource, more);
  }

  private TestClient user(int account, String name) {
    return sandbox.as(account, name);
  }
}
