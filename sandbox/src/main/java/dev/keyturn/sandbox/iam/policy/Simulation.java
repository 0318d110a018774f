package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.policy.AuthorizationRequest;
import dev.keyturn.sandbox.policy.BucketPolicy;
import dev.keyturn.sandbox.policy.Decision;
import dev.keyturn.sandbox.policy.Policies;
import dev.keyturn.sandbox.policy.Principal;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One simulated caller with its policies, and the resources that each action is tried on.
 *
 * @param owner the account that owns a resource whose ARN names no account
 * @param resources none for actions that are tried on {@code *}
 */
record Simulation(
    SimulatedPolicies simulated,
    Principal caller,
    String owner,
    List<String> resources,
    RequestContext context) {
  private static final String DETAILS = "EvalDecisionDetails";
  private static final String ALLOWED = "allowed";
  private static final String EXPLICIT_DENY = "explicitDeny";
  private static final String IMPLICIT_DENY = "implicitDeny";

  /**
   * The result of one action, with one decision more for each resource that has a name. Its own
   * decision is the most restrictive of those, as AWS says since 2026; before, an allow of one
   * resource was enough. Of several resources, only the decisions on each name the statements, as
   * in answers of AWS that tests of other people contain. That a boundary must allow all of them is
   * inferred: AWS does not document it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">IAM
   *     API, EvaluationResult</a>
   */
  Structure result(String action) {
    Policies policies = simulated.policies();
    List<AuthorizationRequest> requests =
        resources.isEmpty()
            ? List.of(request(action, "*"))
            : resources.stream().map(resource -> request(action, resource)).toList();
    AuthorizationRequest first = requests.get(0);
    boolean isSeveral = requests.size() > 1;
    boolean hasResource = isSeveral || !first.resource().equals("*");
    String decision = together(requests, request -> decision(policies.decide(request)));
    Structure result =
        Structure.empty()
            .with("EvalActionName", action)
            .with("EvalResourceName", isSeveral ? any(action) : first.resource())
            .with("EvalDecision", decision)
            .withStructures("MatchedStatements", isSeveral ? List.of() : matched(policies, first))
            .withTexts(
                "MissingContextValues", hasResource ? List.of() : policies.missingKeys(first))
            .with("PermissionsBoundaryDecisionDetail", boundary(policies, requests))
            .withTextEntries(DETAILS, hasResource ? details(policies, requests) : null);
    return hasResource
        ? result.withStructures("ResourceSpecificResults", specific(action, policies))
        : result;
  }

  /** The most restrictive decision on any of the resources. */
  private static String together(
      List<AuthorizationRequest> requests, Function<AuthorizationRequest, String> decide) {
    List<String> decisions = requests.stream().map(decide).toList();
    return decisions.contains(EXPLICIT_DENY)
        ? EXPLICIT_DENY
        : decisions.contains(IMPLICIT_DENY) ? IMPLICIT_DENY : ALLOWED;
  }

  private List<Structure> specific(String action, Policies policies) {
    List<Structure> results = new ArrayList<>();
    for (String resource : resources) {
      AuthorizationRequest request = request(action, resource);
      Map<String, String> details = details(policies, List.of(request));
      results.add(
          Structure.empty()
              .with("EvalResourceName", resource)
              .with("EvalResourceDecision", decision(policies.decide(request)))
              .withStructures("MatchedStatements", matched(policies, request))
              .withTexts("MissingContextValues", policies.missingKeys(request))
              .with("PermissionsBoundaryDecisionDetail", boundary(policies, List.of(request)))
              .withTextEntries(DETAILS, details.isEmpty() ? null : details));
    }
    return results;
  }

  /**
   * Across accounts, what each side decides; within one, nothing. AWS documents no names of the
   * sides: these are those of the policies that it names elsewhere.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">IAM
   *     API, EvaluationResult</a>
   */
  private static Map<String, String> details(
      Policies policies, List<AuthorizationRequest> requests) {
    List<AuthorizationRequest> across =
        requests.stream().filter(request -> !request.withinOneAccount()).toList();
    if (across.isEmpty()) {
      return Map.of();
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put(
        SimulatedPolicies.IDENTITY_TYPE,
        together(across, request -> decision(policies.ofCaller(request))));
    details.put(
        SimulatedPolicies.RESOURCE_TYPE,
        together(across, request -> decision(policies.ofResource(request))));
    return details;
  }

  /** The form of a resource's name; of other services than S3 the sandbox has none. */
  private String any(String action) {
    if (!action.startsWith("s3:")) {
      return "*";
    }
    return "arn:aws:s3:::${BucketName}" + (BucketPolicy.isOnObjects(action) ? "/${KeyName}" : "");
  }

  private List<Structure> matched(Policies policies, AuthorizationRequest request) {
    return policies.matching(request).stream().map(simulated::describe).toList();
  }

  /** Whether the boundary allows the action on all the resources; null without a boundary. */
  private static @Nullable Structure boundary(
      Policies policies, List<AuthorizationRequest> requests) {
    Boolean together = null;
    for (AuthorizationRequest request : requests) {
      Boolean allowed = policies.allowedByBoundary(request);
      if (allowed != null) {
        together = allowed && !Boolean.FALSE.equals(together);
      }
    }
    return together == null
        ? null
        : Structure.empty().with("AllowedByPermissionsBoundary", together.booleanValue());
  }

  /** The owner of the resource matters only with a resource policy. */
  private AuthorizationRequest request(String action, String resource) {
    String[] parts = resource.split(":", 6);
    String named = parts.length == 6 && parts[4].matches("[0-9]{12}") ? parts[4] : owner;
    String account = simulated.hasResourcePolicy() ? named : caller.account();
    return new AuthorizationRequest(caller, action, resource, account, context);
  }

  private static String decision(Decision decision) {
    if (decision instanceof Decision.Allowed) {
      return ALLOWED;
    }
    return decision instanceof Decision.ExplicitDeny ? EXPLICIT_DENY : IMPLICIT_DENY;
  }
}
