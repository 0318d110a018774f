package dev.keyturn.sandbox.policy;

import org.jspecify.annotations.Nullable;

/**
 * The decision of policies on a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">
 *     IAM User Guide, access denied error messages</a>
 */
public sealed interface Decision {

  /** A refusal; both forms know which kind of policy it comes from. */
  sealed interface Denied extends Decision {
    PolicyKind kind();

    /** The message AWS gives with {@code AccessDenied}. */
    String message(AuthorizationRequest request);
  }

  record Allowed() implements Decision {}

  /**
   * A statement with the effect Deny fits the request.
   *
   * @param policyArn of the policy with the statement; null where the policy has none, and for a
   *     caller of another account, who does not learn it
   * @see <a
   *     href="https://aws.amazon.com/blogs/security/enhanced-access-denied-error-messages-with-policy-arns">
   *     AWS Security Blog, enhanced access denied error messages with policy ARNs</a>
   */
  record ExplicitDeny(PolicyKind kind, @Nullable String policyArn) implements Denied {
    static ExplicitDeny by(PolicyDocument document, AuthorizationRequest request) {
      PolicySource source = document.source();
      String arn = source == null || !request.withinOneAccount() ? null : source.arn();
      return new ExplicitDeny(document.kind(), arn);
    }

    @Override
    public String message(AuthorizationRequest request) {
      String arn = policyArn == null ? "" : ": " + policyArn;
      return notAuthorized(request) + " with an explicit deny in " + kind.withArticle() + arn;
    }
  }

  /** No statement with the effect Allow of a kind of policy that must allow it fits the request. */
  record ImplicitDeny(PolicyKind kind) implements Denied {

    /** STS gives no reason here: it never says what a role's trust policy lacks. */
    @Override
    public String message(AuthorizationRequest request) {
      if (request.action().equals("sts:AssumeRole")) {
        return notAuthorized(request);
      }
      return "%s because no %s allows the %s action"
          .formatted(notAuthorized(request), kind.noun(), request.action());
    }
  }

  /**
   * S3 alone quotes the resource, and names none where an action is on no bucket: as users report
   * its refusal of ListBuckets.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html">S3
   *     User Guide, troubleshoot access denied errors</a>
   */
  private static String notAuthorized(AuthorizationRequest request) {
    boolean isS3 = request.action().startsWith("s3:");
    String quote = isS3 ? "\"" : "";
    boolean isOnNothing = isS3 && request.resource().matches("(arn:[^:]*:s3:::)?\\*");
    return "User: %s is not authorized to perform: %s"
            .formatted(request.principal().arn(), request.action())
        + (isOnNothing ? "" : " on resource: " + quote + request.resource() + quote);
  }
}
