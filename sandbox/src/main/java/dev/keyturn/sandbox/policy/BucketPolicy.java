package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.policy.Statement.Element;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.policy.condition.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * S3's requirements for a bucket policy beyond the grammar, with its messages.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">S3 User
 *     Guide, bucket policies</a>
 */
public final class BucketPolicy {
  private static final Pattern ACTION = Pattern.compile("\\*|(?i:s3):[a-zA-Z*?]+");
  private static final Pattern RESOURCE = Pattern.compile("arn:aws[a-z-]*:s3:::([^/]+)(/.*)?");

  /** Those without the word object in their names. */
  private static final Set<String> OTHERS_ON_OBJECTS =
      Set.of(
          "abortmultipartupload",
          "bypassgovernanceretention",
          "listmultipartuploadparts",
          "replicatedelete",
          "replicatetags");

  private final String bucket;
  private final Predicate<String> exists;

  private BucketPolicy(String bucket, Predicate<String> exists) {
    this.bucket = bucket;
    this.exists = exists;
  }

  /**
   * Passes when S3 would take the document as the policy of this bucket.
   *
   * @param exists whether there is such a caller: an account, or the ARN of a user, role or session
   * @throws MalformedPolicyException with S3's message
   */
  public static void check(String text, String bucket, Predicate<String> exists) {
    Json json = json(text);
    requireFields(json);
    new BucketPolicy(bucket, exists).check(document(json).statements());
  }

  /** Whether S3 calls this policy, which it has accepted, public. */
  public static boolean isPublic(String text) {
    return PublicAccess.isGrantedBy(PolicyDocument.parse(text, PolicyKind.RESOURCE));
  }

  private static Json json(String text) {
    if (!text.startsWith("{")) {
      throw refusal("Policies must be valid JSON and the first byte must be '{'");
    }
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw refusal("This policy contains invalid Json");
    }
  }

  private static void requireFields(Json json) {
    Json body = json instanceof Json.Obj document ? document.get("Statement") : null;
    if (body == null) {
      throw refusal("Missing required field Statement");
    }
    List<Json> statements = body instanceof Json.Arr list ? list.items() : List.of(body);
    if (statements.isEmpty()) {
      throw refusal("Could not parse the policy: Statement is empty!");
    }
    for (Json statement : statements) {
      if (statement instanceof Json.Obj object) {
        requireField(object, "Effect", "Effect");
        requireField(object, "Principal", "NotPrincipal");
        requireField(object, "Action", "NotAction");
        requireField(object, "Resource", "NotResource");
      }
    }
  }

  private static void requireField(Json.Obj statement, String name, String negated) {
    if (statement.get(name) == null && statement.get(negated) == null) {
      throw refusal("Missing required field " + name);
    }
  }

  private static PolicyDocument document(Json json) {
    try {
      return PolicyDocument.parse(json, PolicyKind.RESOURCE);
    } catch (MalformedPolicyException e) {
      boolean principal = String.valueOf(e.getMessage()).startsWith("Invalid principal");
      throw refusal(principal ? "Invalid principal in policy" : "Invalid policy syntax.");
    }
  }

  private void check(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement.principals() != null
          && !statement.principals().aws().stream().allMatch(this::isCaller)) {
        throw refusal("Invalid principal in policy");
      }
      List<String> actions = sources(statement.actions());
      if (!actions.stream().allMatch(action -> ACTION.matcher(action).matches())) {
        throw refusal("Policy has invalid action");
      }
      List<String> resources = sources(statement.resources());
      if (!resources.stream().allMatch(this::isOfBucket)) {
        throw refusal("Policy has invalid resource");
      }
      if (!actions.stream()
          .allMatch(action -> resources.stream().anyMatch(on -> fits(action, on)))) {
        throw refusal("Action does not apply to any resource(s) in statement");
      }
    }
  }

  private boolean isCaller(String principal) {
    return principal.equals("*") || exists.test(principal);
  }

  private boolean isOfBucket(String resource) {
    var arn = RESOURCE.matcher(resource);
    return resource.equals("*")
        || (arn.matches()
            && Template.withoutVariables(arn.group(1))
                .matches(bucket, RequestContext.empty(), Template.Case.COUNTS));
  }

  /** Actions on objects need an object's ARN, all others the bucket's; some wildcards fit both. */
  private static boolean fits(String action, String resource) {
    if (resource.equals("*") || action.equals("*")) {
      return true;
    }
    boolean open = action.contains("*") || action.contains("?");
    boolean onObjects = isOnObjects(action);
    return resource.contains("/") ? onObjects || open : !onObjects || resource.endsWith("*");
  }

  /** Whether an action of S3, such as {@code s3:GetObject}, is on objects, not on buckets. */
  public static boolean isOnObjects(String action) {
    String name = action.substring("s3:".length()).toLowerCase(Locale.ROOT);
    return (name.contains("object") && !name.contains("bucketobject"))
        || OTHERS_ON_OBJECTS.contains(name);
  }

  private static List<String> sources(@Nullable Element element) {
    return element == null ? List.of() : element.sources();
  }

  private static MalformedPolicyException refusal(String text) {
    return new MalformedPolicyException(text);
  }
}
