package dev.keyturn.adapter.aws.iam;

import dev.keyturn.adapter.aws.Answer;
import dev.keyturn.adapter.aws.IamCalls;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.iam.live.LivePolicyService;
import dev.keyturn.domain.policy.document.Policy;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.evaluate.PolicySet;
import dev.keyturn.domain.session.make.CallTrace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Policies as IAM has them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsLivePolicies implements LivePolicyService {

  private static final String USER = "User";
  private static final String ROLE = "Role";
  private static final String GROUP = "Group";

  private final IamCalls calls;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public AwsLivePolicies(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new IamCalls(environment, clock, trace);
  }

  @Override
  public OfUser user(IamCaller caller, String name) {
    Answer answer = calls.read(caller, "GetUser", Map.of("UserName", name));
    List<Policy> policies = new ArrayList<>(of(caller, USER, name, ""));
    for (Answer group : calls.list(caller, "ListGroupsForUser", Map.of("UserName", name))) {
      String groupName = group.text("GroupName");
      policies.addAll(of(caller, GROUP, groupName, "group " + groupName + ": "));
    }
    return new OfUser(nameIn(answer.text("Arn"), ":user/"), withBoundary(caller, answer, policies));
  }

  @Override
  public OfRole role(IamCaller caller, String name) {
    Answer answer = calls.read(caller, "GetRole", Map.of("RoleName", name));
    Policy trust =
        Policy.parse(
            "trust policy",
            PolicyKind.TRUST,
            Documents.decoded(answer.text("AssumeRolePolicyDocument")));
    return new OfRole(
        nameIn(answer.text("Arn"), ":role/"),
        withBoundary(caller, answer, of(caller, ROLE, name, "")),
        trust);
  }

  /** With its path. */
  private static String nameIn(String arn, String kind) {
    return arn.substring(arn.indexOf(kind) + kind.length());
  }

  private PolicySet withBoundary(IamCaller caller, Answer owner, List<Policy> policies) {
    PolicySet set = PolicySet.of(policies.toArray(Policy[]::new));
    return owner
        .optional("PermissionsBoundaryArn")
        .map(arn ->
            set.withBoundary(managed(caller, "permissions boundary", PolicyKind.BOUNDARY, arn)))
        .orElse(set);
  }

  private List<Policy> of(IamCaller caller, String kind, String name, String prefix) {
    Map<String, String> owner = Map.of(kind + "Name", name);
    List<Policy> policies = new ArrayList<>();
    for (Answer inline : calls.list(caller, "List" + kind + "Policies", owner)) {
      policies.add(inline(caller, kind, name, prefix, inline.text("member")));
    }
    for (Answer attached : calls.list(caller, "ListAttached" + kind + "Policies", owner)) {
      policies.add(
          managed(
              caller,
              prefix + attached.text("PolicyName"),
              PolicyKind.IDENTITY,
              attached.text("PolicyArn")));
    }
    return policies;
  }

  private Policy inline(IamCaller caller, String kind, String name, String prefix, String policy) {
    Answer answer =
        calls.read(
            caller, "Get" + kind + "Policy", Map.of(kind + "Name", name, "PolicyName", policy));
    return Policy.parse(
        prefix + policy, PolicyKind.IDENTITY, Documents.decoded(answer.text("PolicyDocument")));
  }

  private Policy managed(IamCaller caller, String name, PolicyKind kind, String arn) {
    String version =
        calls.read(caller, "GetPolicy", Map.of("PolicyArn", arn)).text("DefaultVersionId");
    Answer answer =
        calls.read(caller, "GetPolicyVersion", Map.of("PolicyArn", arn, "VersionId", version));
    return Policy.parse(name, kind, Documents.decoded(answer.text("Document")));
  }
}
