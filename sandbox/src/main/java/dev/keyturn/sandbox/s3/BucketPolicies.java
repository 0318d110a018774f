package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.policy.BucketPolicy;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The policy of a bucket. The root of the account that owns the bucket can always read, set and
 * delete it, so that nobody locks the owner out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">S3 API,
 *     PutBucketPolicy</a>
 */
final class BucketPolicies {
  private static final int MOST_BYTES = 20 * 1024;
  private static final Pattern CALLER =
      Pattern.compile("arn:([a-z-]+):(?:iam|sts)::([0-9]{12}):([a-z-]+)(?:/(?:[^/]*/)*?([^/]+))?");

  private BucketPolicies() {}

  static Response get(S3Call s3) {
    return Response.of(200, "application/json", policy(bucket(s3, "s3:GetBucketPolicy")));
  }

  static Response status(S3Call s3) {
    String policy = policy(bucket(s3, "s3:GetBucketPolicyStatus"));
    return S3Call.xml(
        Xml.document()
            .open("PolicyStatus", S3Call.NAMESPACE)
            .element("IsPublic", Boolean.toString(BucketPolicy.isPublic(policy)))
            .close("PolicyStatus"));
  }

  private static String policy(Bucket bucket) {
    String policy = bucket.policy();
    if (policy == null) {
      throw new AwsError(
          404,
          "NoSuchBucketPolicy",
          "The bucket policy does not exist",
          Map.of("BucketName", bucket.name()));
    }
    return policy;
  }

  static Response put(S3Call s3) {
    Bucket bucket = bucket(s3, "s3:PutBucketPolicy");
    String policy = new String(s3.body().bytes(), StandardCharsets.UTF_8).strip();
    if (policy.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new AwsError(400, "PolicyTooLarge", "Policy exceeds the maximum allowed size.");
    }
    try {
      BucketPolicy.check(policy, bucket.name(), caller -> exists(s3.call().state(), caller));
    } catch (MalformedPolicyException e) {
      throw new AwsError(400, "MalformedPolicy", String.valueOf(e.getMessage()));
    }
    refuseBlocked(s3, bucket, policy);
    bucket.govern(policy);
    return S3Call.nothing(204);
  }

  private static void refuseBlocked(S3Call s3, Bucket bucket, String policy) {
    PublicAccessBlock block = bucket.publicAccessBlock();
    if (block != null && block.blockPublicPolicy() && BucketPolicy.isPublic(policy)) {
      Caller caller = s3.call().caller();
      throw AwsError.accessDenied(
          ("User: %s is not authorized to perform: s3:PutBucketPolicy on resource: \"%s\" because"
                  + " public policies are blocked by the BlockPublicPolicy block public access"
                  + " setting.")
              .formatted(caller.identity().arn(), s3.wanted().arn(caller.account().partition())));
    }
  }

  static Response delete(S3Call s3) {
    bucket(s3, "s3:DeleteBucketPolicy").govern(null);
    return S3Call.nothing(204);
  }

  /** Only callers of the owner's account can use a policy, even if it allows another account to. */
  private static Bucket bucket(S3Call s3, String action) {
    Account account = s3.call().caller().account();
    Bucket own = account.bucket(s3.wanted().bucket());
    if (own != null && s3.call().caller().identity() instanceof RootIdentity) {
      return own;
    }
    Bucket bucket = s3.bucket(action);
    if (own == null) {
      throw S3Error.methodNotAllowed();
    }
    return bucket;
  }

  /** Whether there is an account, user or role that a policy names; S3 refuses unknown ones. */
  private static boolean exists(State state, String principal) {
    if (principal.matches("[0-9]{12}")) {
      return state.account(principal) != null;
    }
    Matcher arn = CALLER.matcher(principal);
    if (!arn.matches()) {
      return state.accounts().stream().anyMatch(account -> hasId(account, principal));
    }
    Account account = state.account(arn.group(2));
    if (account == null || !account.partition().equals(arn.group(1))) {
      return false;
    }
    return switch (arn.group(3)) {
      case "root", "federated-user" -> true;
      case "user", "role" -> account.hasCaller(principal);
      case "assumed-role" -> account.role(principal.split("/", -1)[1]) != null;
      default -> false;
    };
  }

  private static boolean hasId(Account account, String id) {
    return account.users().stream().anyMatch(user -> user.id().equals(id))
        || account.roles().stream().anyMatch(role -> role.id().equals(id));
  }
}
