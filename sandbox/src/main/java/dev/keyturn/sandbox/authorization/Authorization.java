package dev.keyturn.sandbox.authorization;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Resource;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.credential.Identity.FederatedUser;
import dev.keyturn.sandbox.credential.Identity.RoleSession;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.policy.AuthorizationRequest;
import dev.keyturn.sandbox.policy.Decision;
import dev.keyturn.sandbox.policy.Policies;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.policy.Principal;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides calls by the policies in the state. Not safe for use by several threads. */
public final class Authorization implements Call.Authorizer {
  private final ParsedPolicies parsed = new ParsedPolicies();

  @Override
  public void authorize(Call call, String action, Resource resource) {
    RequestContext context = ConditionKeys.of(call);
    for (Map.Entry<String, String> key : resource.keys().entrySet()) {
      context = context.with(key.getKey(), key.getValue());
    }
    AuthorizationRequest request = request(call.caller(), action, resource, context);
    Policies policies = policies(call.caller());
    String own = resource.policy();
    if (own != null) {
      policies = policies.withResource(parsed.of(own, PolicyKind.RESOURCE));
    }
    require(policies.decide(request), request);
  }

  /**
   * Passes when the caller's policies and the role's trust policy allow the action on the role.
   *
   * @param context every condition key of the call
   * @throws AwsError AccessDenied
   */
  public void authorizeOnRole(
      Caller caller, String action, Role role, String roleArn, RequestContext context) {
    AuthorizationRequest request = request(caller, action, Resource.of(roleArn, caller), context);
    PolicyDocument trust = parsed.of(role.trustPolicy(), PolicyKind.TRUST);
    require(policies(caller).withResource(trust).decide(request), request);
  }

  /** The refusal for a missing role: the same as for a role that trusts nobody. */
  public static AwsError notAuthorized(Caller caller, String action, String resource) {
    return AwsError.accessDenied(
        "User: %s is not authorized to perform: %s on resource: %s"
            .formatted(caller.identity().arn(), action, resource));
  }

  private static void require(Decision decision, AuthorizationRequest request) {
    if (decision instanceof Decision.Denied denied) {
      throw AwsError.accessDenied(denied.message(request));
    }
  }

  private static AuthorizationRequest request(
      Caller caller, String action, Resource resource, RequestContext context) {
    return new AuthorizationRequest(
        principal(caller.identity()), action, resource.arn(), resource.account(), context);
  }

  private static Principal principal(Identity identity) {
    String account = identity.account().id();
    if (identity instanceof RoleSession session) {
      String role = session.account().arnOf(session.role());
      return new Principal(account, session.arn(), role);
    }
    return Principal.of(account, identity.arn());
  }

  private Policies policies(Caller caller) {
    Policies policies = Policies.identity(identityPolicies(caller.identity()));
    ManagedPolicy boundary = boundary(caller.identity());
    if (boundary != null) {
      policies = policies.withBoundary(parsed.of(Policy.of(boundary), PolicyKind.BOUNDARY));
    }
    return caller.credential() instanceof Temporary temporary && isNarrowed(temporary)
        ? policies.withSession(parsed.of(temporary.sessionPolicies(), PolicyKind.SESSION))
        : policies;
  }

  /**
   * A federated user without session policies has no permissions; any other session has those of
   * its owner.
   */
  private static boolean isNarrowed(Temporary session) {
    return session.issuer() == Issuer.GET_FEDERATION_TOKEN || !session.sessionPolicies().isEmpty();
  }

  private List<PolicyDocument> identityPolicies(Identity identity) {
    if (identity instanceof UserIdentity user) {
      return parsed.of(user.account().policiesOf(user.user()), PolicyKind.IDENTITY);
    }
    if (identity instanceof RoleSession session) {
      return parsed.of(session.role().ownPolicies(), PolicyKind.IDENTITY);
    }
    return identity instanceof FederatedUser federated
        ? identityPolicies(federated.issuer())
        : List.of();
  }

  private static @Nullable ManagedPolicy boundary(Identity identity) {
    if (identity instanceof UserIdentity user) {
      return user.user().boundary();
    }
    if (identity instanceof RoleSession session) {
      return session.role().boundary();
    }
    return identity instanceof FederatedUser federated ? boundary(federated.issuer()) : null;
  }
}
