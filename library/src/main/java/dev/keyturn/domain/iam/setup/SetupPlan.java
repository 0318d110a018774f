package dev.keyturn.domain.iam.setup;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.InlinePolicyService;
import dev.keyturn.domain.iam.PolicyOwner;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what an account should have with what it has. Changes nothing. */
public final class SetupPlan {

  /** The names of the inline policies that Keyturn writes. */
  private static final String PREFIX = "Keyturn-";

  private final AccountService accounts;
  private final InlinePolicyService policies;
  private final BucketPolicyService buckets;

  public SetupPlan(
      AccountService accounts, InlinePolicyService policies, BucketPolicyService buckets) {
    this.accounts = accounts;
    this.policies = policies;
    this.buckets = buckets;
  }

  /**
   * The steps in the order in which they have to be performed: users before roles that trust them.
   *
   * @param handover knows which keys nobody received
   * @throws dev.keyturn.domain.failure.FailureException as IAM, and {@code Usage} when a value is
   *     missing
   */
  public List<Step> of(Administrator administrator, SetupRequest request, KeyHandover handover) {
    IamCaller caller = administrator.iam();
    TemplateValues values = request.values();
    Set<Step> steps = new LinkedHashSet<>();
    for (PolicyTemplate template : request.templates()) {
      if (isOfUser(template)) {
        steps.add(user(caller, values));
        steps.add(inline(caller, new PolicyOwner.User(name(userOf(values))), template, values));
      }
    }
    for (PolicyTemplate template : request.templates()) {
      if (template == PolicyTemplate.ROLE_TRUST) {
        steps.add(role(caller, values));
      }
    }
    for (PolicyTemplate template : request.templates()) {
      if (template == PolicyTemplate.ROLE_PERMISSIONS) {
        steps.add(inline(caller, new PolicyOwner.Role(name(roleOf(values))), template, values));
      }
    }
    if (request.templates().contains(PolicyTemplate.BUCKET_POLICY)) {
      steps.add(bucket(administrator, values));
    }
    if (request.withKey()) {
      steps.add(key(caller, name(userOf(values)), handover));
    }
    return new ArrayList<>(steps);
  }

  private static boolean isOfUser(PolicyTemplate template) {
    return switch (template) {
      case SELF_SERVICE, REQUIRE_MFA, ASSUME_ROLE, AWS_LOGIN -> true;
      case ROLE_TRUST, ROLE_PERMISSIONS, BUCKET_POLICY -> false;
    };
  }

  private static String userOf(TemplateValues values) {
    return required(values.user(), "a user", "user USER");
  }

  private static String roleOf(TemplateValues values) {
    String first = values.roles().isEmpty() ? null : values.roles().get(0);
    return required(first, "a role", "role ROLE");
  }

  private static String required(@Nullable String value, String what, String option) {
    if (value == null) {
      throw new Failure.Usage("the policy needs " + what, ShellCommand.ADD + option).exception();
    }
    return value;
  }

  private Step user(IamCaller caller, TemplateValues values) {
    String user = userOf(values);
    return new Step.User(name(user), path(user), exists(caller, name(user)));
  }

  private boolean exists(IamCaller caller, String user) {
    return accounts.hasUser(caller, user);
  }

  private Step role(IamCaller caller, TemplateValues values) {
    String role = roleOf(values);
    String trust = PolicyTemplate.ROLE_TRUST.document(values);
    String before = accounts.trust(caller, name(role)).orElse(null);
    return new Step.Role(
        name(role), path(role), trust, before, isSame(PolicyKind.TRUST, before, trust));
  }

  /** It may have statements of others, which must not be lost. */
  private Step bucket(Administrator administrator, TemplateValues values) {
    String bucket = required(values.bucket(), "a bucket", "--bucket BUCKET");
    String document = PolicyTemplate.BUCKET_POLICY.document(values);
    String before = buckets.find(administrator.s3(), bucket).orElse(null);
    boolean isSame = isSame(PolicyKind.RESOURCE, before, document);
    if (before != null && !isSame) {
      throw new AwsFailure.Refused(
              "BucketPolicyExists",
              "bucket " + bucket + " has another policy, which Keyturn does not replace",
              "add these statements to it: "
                  + ShellCommand.of(
                      "keyturn",
                      "policy",
                      "show",
                      "bucket-policy",
                      "--role",
                      roleOf(values),
                      "--bucket",
                      bucket,
                      "--account",
                      values.account()))
          .exception();
    }
    return new Step.BucketPolicy(bucket, document, isSame);
  }

  private Step inline(
      IamCaller caller, PolicyOwner owner, PolicyTemplate template, TemplateValues values) {
    String policy = PREFIX + template.id();
    String document = template.document(values);
    String before = find(caller, owner, policy).orElse(null);
    return new Step.InlinePolicy(
        owner, policy, document, before, isSame(PolicyKind.IDENTITY, before, document));
  }

  private Optional<String> find(IamCaller caller, PolicyOwner owner, String policy) {
    return policies.find(caller, owner, policy);
  }

  private Step key(IamCaller caller, String user, KeyHandover handover) {
    List<UserKey> keys = exists(caller, user) ? accounts.keys(caller, user) : List.of();
    return new Step.Key(
        user, keys.size() > new LostKeys(accounts, handover).among(keys, user).size());
  }

  private static boolean isSame(PolicyKind kind, @Nullable String before, String after) {
    return before != null
        && Policy.parse("before", kind, before).meansTheSameAs(Policy.parse("after", kind, after));
  }

  /** Without its path. */
  private static String name(String pathAndName) {
    return pathAndName.substring(pathAndName.lastIndexOf('/') + 1);
  }

  private static String path(String pathAndName) {
    String path = pathAndName.substring(0, pathAndName.lastIndexOf('/') + 1);
    return path.startsWith("/") ? path : "/" + path;
  }
}
