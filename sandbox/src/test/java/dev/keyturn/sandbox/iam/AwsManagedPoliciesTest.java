package dev.keyturn.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.identity.AwsManagedPolicies;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The policies that AWS provides.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">
 *     AWS managed policies</a>
 */
class AwsManagedPoliciesTest {
  private final Map<String, ManagedPolicy> policies = AwsManagedPolicies.in("aws");

  @ParameterizedTest
  @ValueSource(strings = {"aws", "aws-cn", "aws-us-gov"})
  void every_partition_has_them_with_its_own_arns(String partition) {
    assertThat(AwsManagedPolicies.in(partition))
        .hasSizeGreaterThan(40)
        .containsKeys(
            "arn:" + partition + ":iam::aws:policy/ReadOnlyAccess",
            "arn:" + partition + ":iam::aws:policy/job-function/ViewOnlyAccess",
            "arn:" + partition + ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
  }

  @Test
  void each_is_a_policy_that_can_be_attached_and_given_to_a_session() {
    for (ManagedPolicy policy : policies.values()) {
      String document = policy.defaultVersion().document();
      assertThat(PolicyDocument.parse(document, PolicyKind.IDENTITY).version())
          .as(policy.name())
          .isEqualTo(PolicyDocument.Version.V2012_10_17);
      assertThat(PolicyDocument.parse(document, PolicyKind.SESSION)).isNotNull();
    }
  }

  @Test
  void ids_have_the_form_of_aws_and_are_unique() {
    assertThat(policies.values())
        .extracting(ManagedPolicy::id)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("ANPA[A-Z2-7]{17}"));
  }
}
