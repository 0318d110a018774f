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

  /**
   * The result of one action. With several resources there is one decision for each; the action's
   * own is then that on a resource of no particular name, as AWS answers it.
   */
  Structure result(String action) {
    Policies policies = simulated.policies();
    boolean hasResources = !resources.isEmpty() && !resources.equals(List.of("*"));
    String resource = resources.size() == 1 ? resources.get(0) : hasResources ? any(action) : "*";
    AuthorizationRequest request = request(action, resource);
    Structure result =
        Structure.empty()
            .with("EvalActionName", action)
            .with("EvalResourceName", resource)
            .with("EvalDecision", decision(policies.decide(request)))
            .withStructures("MatchedStatements", matched(policies, request))
            .withTexts(
                "MissingContextValues", hasResources ? List.of() : policies.missingKeys(request))
            .with("PermissionsBoundaryDecisionDetail", boundary(policies, request))
            .withTextEntries(DETAILS, hasResources ? details(policies, request) : null);
    return hasResources
        ? result.withStructures("ResourceSpecificResults", specific(action, policies))
        : result;
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

  private static @Nullable Structure boundary(Policies policies, AuthorizationRequest request) {
    Boolean allowed = policies.allowedByBoundary(request);
    return allowed == null
        ? null
        : Structure.empty().with("AllowedByPermissionsBoundary", allowed.booleanValue());
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
      return "allowed";
    }
    return decision instanceof Decision.ExplicitDeny ? "explicitDeny" : "implicitDeny";
  }
}
