package dev.keyturn.domain.profile.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session policies that a user requests.
 *
 * @param policy a policy document, or the name of a file with one; null for none
 * @param arns managed policies
 * @param readOnly whether AWS's managed policy {@code ReadOnlyAccess} is one of them
 */
public record PolicyRequest(@Nullable String policy, List<String> arns, boolean readOnly) {

  /** No policies. */
  public static final PolicyRequest NONE = new PolicyRequest(null, List.of(), false);

  /** Whether no policy is requested. */
  public boolean isNone() {
    return policy == null && arns.isEmpty() && !readOnly;
  }

  /** The name of the file with the document; null when there is none to read. */
  public @Nullable String file() {
    return policy == null || policy.stripLeading().startsWith("{") ? null : policy;
  }

  /** The same with these managed policies. */
  public PolicyRequest withArns(List<String> others) {
    return new PolicyRequest(policy, others, readOnly);
  }

  /** The same with {@code ReadOnlyAccess}. */
  public PolicyRequest withReadOnly() {
    return new PolicyRequest(policy, arns, true);
  }

  /** The same with this document. */
  public PolicyRequest withDocument(String document) {
    return new PolicyRequest(document, arns, readOnly);
  }
}
