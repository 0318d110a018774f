package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Subject.Maker;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import java.util.stream.Stream;

/** Managed policies attached to users, groups and roles. */
public final class AttachedPolicies {
  private static final int MOST = 10;

  private AttachedPolicies() {}

  public static List<Action> actions() {
    return Stream.of(
            AttachedPolicies.<User>actionsOn("User", Subject::user),
            AttachedPolicies.<Group>actionsOn("Group", Subject::group),
            AttachedPolicies.<Role>actionsOn("Role", Subject::role))
        .flatMap(List::stream)
        .toList();
  }

  private static <T extends PolicyHolder> List<Action> actionsOn(String kind, Maker<T> subject) {
    Shape[] listShapes = Page.and(Shapes.PATH_PREFIX);
    return List.of(
        subject.make(
            "Attach" + kind + "Policy",
            (call, holder) -> attach(call, holder, kind),
            Shapes.POLICY_ARN),
        subject.make("Detach" + kind + "Policy", AttachedPolicies::detach, Shapes.POLICY_ARN),
        subject.make("ListAttached" + kind + "Policies", AttachedPolicies::list, listShapes));
  }

  private static Structure attach(Call call, PolicyHolder holder, String kind) {
    String arn = call.parameters().required("PolicyArn");
    ManagedPolicy policy =
        Subject.policy(call, arn, "Policy %s does not exist or is not attachable.");
    List<ManagedPolicy> attached = holder.attachedPolicies();
    if (!attached.contains(policy)) {
      if (attached.size() >= MOST) {
        throw AwsError.limitExceeded("Cannot exceed quota for PoliciesPer" + kind + ": " + MOST);
      }
      attached.add(policy);
    }
    return Structure.empty();
  }

  private static Structure detach(Call call, PolicyHolder holder) {
    String arn = call.parameters().required("PolicyArn");
    String unknown = "Policy %s was not found.";
    if (!holder.attachedPolicies().remove(Subject.policy(call, arn, unknown))) {
      throw AwsError.noSuchEntity(unknown.formatted(arn));
    }
    return Structure.empty();
  }

  private static Structure list(Call call, PolicyHolder holder) {
    String prefix = call.parameters().text("PathPrefix", "/");
    List<ManagedPolicy> policies =
        holder.attachedPolicies().stream()
            .filter(policy -> policy.path().startsWith(prefix))
            .toList();
    return Page.of(call, policies)
        .structures(
            "AttachedPolicies",
            policy ->
                Structure.empty()
                    .with("PolicyName", policy.name())
                    .with("PolicyArn", policy.arn()));
  }
}
