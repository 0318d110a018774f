package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a user, a role and a bucket.
 *
 * @param user those of the user and the user's groups, with the boundary
 * @param role those of the role, with the boundary and session policies
 * @param trust the trust policy of the role; null to trust the whole account
 * @param bucket the bucket policy; null when it has none
 */
public record CheckedPolicies(
    PolicySet user, PolicySet role, @Nullable Policy trust, @Nullable Policy bucket) {

  private static final String ASSUME_ROLE =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}
      """;

  /** What a policy without principals is attached to. */
  public enum Attachment {
    USER,
    ROLE
  }

  /**
   * A single document. An identity-based policy is attached as given; a trust policy belongs to the
   * role, and the user is allowed to assume roles; any other belongs to the bucket.
   */
  public static CheckedPolicies of(Policy policy, Attachment attachment) {
    PolicySet none = PolicySet.of();
    return switch (policy.kind()) {
      case TRUST -> {
        PolicySet assuming =
            PolicySet.of(Policy.parse("permission", PolicyKind.IDENTITY, ASSUME_ROLE));
        yield new CheckedPolicies(assuming, assuming, policy, null);
      }
      case RESOURCE -> new CheckedPolicies(none, none, null, policy);
      case IDENTITY, BOUNDARY, SESSION ->
          attachment == Attachment.USER
              ? new CheckedPolicies(PolicySet.of(policy), none, null, null)
              : new CheckedPolicies(none, PolicySet.of(policy), null, null);
    };
  }

  /** All statements that apply to the user's calls. */
  List<Statement> ofUser() {
    return statements(user, trust, bucket);
  }

  /** All statements that apply to calls of the role's sessions. */
  List<Statement> ofRole() {
    return statements(role, null, bucket);
  }

  /** All statements. */
  List<Statement> all() {
    List<Statement> all = new ArrayList<>(ofUser());
    all.addAll(statements(role, null, null));
    return all;
  }

  private static List<Statement> statements(
      PolicySet set, @Nullable Policy trust, @Nullable Policy bucket) {
    List<Statement> statements = new ArrayList<>();
    set.all().forEach(policy -> statements.addAll(policy.statements()));
    if (trust != null) {
      statements.addAll(trust.statements());
    }
    if (bucket != null) {
      statements.addAll(bucket.statements());
    }
    return statements;
  }
}
