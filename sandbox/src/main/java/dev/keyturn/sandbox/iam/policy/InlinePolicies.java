package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.iam.request.Subject.Maker;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Policies embedded in a user, a group or a role. */
public final class InlinePolicies {
  private InlinePolicies() {}

  public static List<Action> actions() {
    return Stream.of(
            InlinePolicies.<User>actionsOn("User", 2048, Subject::user),
            InlinePolicies.<Group>actionsOn("Group", 5120, Subject::group),
            InlinePolicies.<Role>actionsOn("Role", 10_240, Subject::role))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The four actions on the policies of one kind of holder.
   *
   * @param quota characters of all the holder's inline policies together
   */
  private static <T extends PolicyHolder> List<Action> actionsOn(
      String kind, int quota, Maker<T> subject) {
    return List.of(
        subject.make(
            "Put" + kind + "Policy",
            (call, holder) -> put(call, holder, kind, quota),
            Shapes.POLICY_NAME,
            Shapes.POLICY_DOCUMENT),
        subject.make(
            "Get" + kind + "Policy", (call, holder) -> get(call, holder, kind), Shapes.POLICY_NAME),
        subject.make("List" + kind + "Policies", InlinePolicies::list, Page.and()),
        subject.make(
            "Delete" + kind + "Policy",
            (call, holder) -> delete(call, holder, kind),
            Shapes.POLICY_NAME));
  }

  private static Structure put(Call call, PolicyHolder holder, String kind, int quota) {
    String name = call.parameters().required("PolicyName");
    String document = call.parameters().required("PolicyDocument");
    Documents.checked(document, PolicyKind.IDENTITY);
    long others =
        holder.policies().values().stream()
            .filter(policy -> !policy.name().equals(name))
            .mapToLong(policy -> Documents.size(policy.document()))
            .sum();
    if (others + Documents.size(document) > quota) {
      throw AwsError.limitExceeded(
          "Maximum policy size of %d bytes exceeded for %s %s"
              .formatted(quota, kind.toLowerCase(Locale.ROOT), holder.name()));
    }
    holder.policies().put(name, new Policy(name, document));
    return Structure.empty();
  }

  private static Structure get(Call call, PolicyHolder holder, String kind) {
    Policy policy = policyOf(holder, call, kind);
    return Structure.empty()
        .with(kind + "Name", holder.name())
        .with("PolicyName", policy.name())
        .with("PolicyDocument", Documents.encoded(policy.document()));
  }

  private static Structure list(Call call, PolicyHolder holder) {
    List<String> names = new ArrayList<>(holder.policies().keySet());
    return Page.of(call, names).texts("PolicyNames", name -> name);
  }

  private static Structure delete(Call call, PolicyHolder holder, String kind) {
    holder.policies().remove(policyOf(holder, call, kind).name());
    return Structure.empty();
  }

  private static Policy policyOf(PolicyHolder holder, Call call, String kind) {
    String name = call.parameters().required("PolicyName");
    Policy policy = holder.policies().get(name);
    if (policy == null) {
      throw AwsError.noSuchEntity(
          "The %s policy with name %s cannot be found."
              .formatted(kind.toLowerCase(Locale.ROOT), name));
    }
    return policy;
  }
}
