package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that narrow a session: one inline and up to ten managed ones.
 *
 * @param characters of the inline policy and of the ARNs of the managed ones
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">IAM
 *     User Guide, session policies</a>
 */
record SessionPolicies(List<Policy> policies, int characters) {
  private static final int PACKED_BYTES = 2048;

  /**
   * The policies of a call; managed ones are those of the session's account.
   *
   * @throws AwsError MalformedPolicyDocument
   */
  static SessionPolicies of(Parameters parameters, Account account) {
    List<Policy> policies = new ArrayList<>();
    int characters = 0;
    String inline = parameters.text("Policy");
    if (inline != null) {
      policies.add(new Policy("Policy", inline));
      characters += inline.length();
    }
    for (Parameters policy : parameters.structures("PolicyArns")) {
      String arn = policy.text("arn", "");
      policies.add(managed(arn, account));
      characters += arn.length();
    }
    policies.forEach(SessionPolicies::requireWellFormed);
    return new SessionPolicies(policies, characters);
  }

  private static Policy managed(String arn, Account account) {
    ManagedPolicy policy = account.managedPolicy(arn);
    if (policy == null) {
      throw malformed("The managed policy " + arn + " does not exist.");
    }
    return Policy.of(policy);
  }

  private static void requireWellFormed(Policy policy) {
    try {
      PolicyDocument.parse(policy.document(), PolicyKind.SESSION);
    } catch (MalformedPolicyException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  /**
   * How many percent of the limit for policies and tags are used; null for none. AWS packs both in
   * a format that it does not document; here their characters count, for a managed policy those of
   * its ARN.
   *
   * @throws AwsError PackedPolicyTooLarge
   */
  @Nullable Integer packedSize(List<Tag> tags) {
    int bytes = characters;
    bytes += tags.stream().mapToInt(tag -> tag.key().length() + tag.value().length()).sum();
    if (bytes == 0) {
      return null;
    }
    int percent = Math.max(1, bytes * 100 / PACKED_BYTES);
    if (percent > 100) {
      throw new AwsError(
          400,
          "PackedPolicyTooLarge",
          "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
    }
    return percent;
  }

  private static AwsError malformed(String text) {
    return new AwsError(400, "MalformedPolicyDocument", text);
  }
}
