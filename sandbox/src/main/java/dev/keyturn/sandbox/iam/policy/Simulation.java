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

  /** The result of one action, with one decision more for each resource that has a name. */
  Structure result(String action) {
    if (resources.size() > 1) {
      return together(action);
    }
    boolean hasResource = !resources.isEmpty() && !resources.get(0).equals("*");
    AuthorizationRequest request = request(action, hasResource ? resources.get(0) : "*");
    Policies policies = simulated.policies();
    Structure result =
        Structure.empty()
            .with("EvalActionName", action)
            .with("EvalResourceName", request.resource())
            .with("EvalDecision", decision(policies.decide(request)))
            .withStructures("MatchedStatements", matched(policies, request))
            .withTexts(
                "MissingContextValues", hasResource ? List.of() : policies.missingKeys(request))
            .with("PermissionsBoundaryDecisionDetail", boundary(policies, request))
            .withTextEntries(DETAILS, hasResource ? details(policies, request) : null);
    return hasResource
        ? result.withStructures("ResourceSpecificResults", specific(action, policies))
        : result;
  }

  /**
   * The result for several resources. Its own decision is an explicit deny of one of them, else an
   * allow of one of them, so that it is true of none in particular; its resource is the form that
   * their names have. AWS documents neither. That an action which is allowed on one of two
   * functions is reported as allowed was measured by others; that no statement is named, and what
   * follows for the boundary, is inferred.
   */
  private Structure together(String action) {
    Policies policies = simulated.policies();
    List<AuthorizationRequest> requests =
        resources.stream().map(resource -> request(action, resource)).toList();
    List<String> decisions =
        requests.stream().map(request -> decision(policies.decide(request))).toList();
    return Structure.empty()
        .with("EvalActionName", action)
        .with("EvalResourceName", any(action))
        .with("EvalDecision", together(decisions))
        .withStructures("MatchedStatements", List.of())
        .withTexts("MissingContextValues", List.of())
        .with("PermissionsBoundaryDecisionDetail", boundary(policies, requests))
        .withStructures("ResourceSpecificResults", specific(action, policies));
  }

  private static String together(List<String> decisions) {
    if (decisions.contains(EXPLICIT_DENY)) {
      return EXPLICIT_DENY;
    }
    return decisions.contains(ALLOWED) ? ALLOWED : IMPLICIT_DENY;
  }

  private List<Structure> specific(String action, Policies policies) {
    List<Structure> results = new ArrayList<>();
    for (String resource : resources) {
      AuthorizationRequest request = request(action, resource);
      Map<String, String> details = details(policies, request);
      results.add(
          Structure.empty()
              .with("EvalResourceName", resource)
              .with("EvalResourceDecision", decision(policies.decide(request)))
              .withStructures("MatchedStatements", matched(policies, request))
              .withTexts("MissingContextValues", policies.missingKeys(request))
              .with("PermissionsBoundaryDecisionDetail", boundary(policies, request))
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
  private static Map<String, String> details(Policies policies, AuthorizationRequest request) {
    if (request.withinOneAccount()) {
      return Map.of();
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put(SimulatedPolicies.IDENTITY_TYPE, decision(policies.ofCaller(request)));
    details.put(SimulatedPolicies.RESOURCE_TYPE, decision(policies.ofResource(request)));
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

  /** Whether the boundary allows the action on any of several resources. */
  private static @Nullable Structure boundary(
      Policies policies, List<AuthorizationRequest> requests) {
    Boolean together = null;
    for (AuthorizationRequest request : requests) {
      Boolean allowed = policies.allowedByBoundary(request);
      if (allowed != null) {
        together = allowed || Boolean.TRUE.equals(together);
      }
    }
    return together == null ? null : boundary(together.booleanValue());
  }

  private static @Nullable Structure boundary(Policies policies, AuthorizationRequest request) {
    Boolean allowed = policies.allowedByBoundary(request);
    return allowed == null ? null : boundary(allowed.booleanValue());
  }

  private static Structure boundary(boolean allowed) {
    return Structure.empty().with("AllowedByPermissionsBoundary", allowed);
  }

  /** Only a policy of the resource makes it count whose the resource is. */
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
