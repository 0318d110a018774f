package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Permissions boundaries of users and roles. */
public final class Boundaries {
  private Boundaries() {}

  public static List<Action> actions() {
    return List.of(
        Subject.user("PutUserPermissionsBoundary", Boundaries::putOnUser, Shapes.BOUNDARY.must()),
        Subject.user("DeleteUserPermissionsBoundary", Boundaries::deleteFromUser),
        Subject.role("PutRolePermissionsBoundary", Boundaries::putOnRole, Shapes.BOUNDARY.must()),
        Subject.role("DeleteRolePermissionsBoundary", Boundaries::deleteFromRole));
  }

  /** The policy that a request names as a boundary, or null when it names none. */
  public static @Nullable ManagedPolicy of(Call call) {
    String arn = call.parameters().text("PermissionsBoundary");
    if (arn == null) {
      return null;
    }
    if (!Subject.isPolicy(arn)) {
      throw new AwsError(400, "InvalidInput", "ARN " + arn + " is not valid.");
    }
    return Subject.policy(call, arn, "Scope ARN: %s does not exist or is not attachable.");
  }

  public static @Nullable Structure describe(@Nullable ManagedPolicy boundary) {
    return boundary == null
        ? null
        : Structure.empty()
            .with("PermissionsBoundaryType", "Policy")
            .with("PermissionsBoundaryArn", boundary.arn());
  }

  private static Structure putOnUser(Call call, User user) {
    user.bound(of(call));
    return Structure.empty();
  }

  private static Structure deleteFromUser(Call call, User user) {
    user.bound(null);
    return Structure.empty();
  }

  private static Structure putOnRole(Call call, Role role) {
    role.bound(of(call));
    return Structure.empty();
  }

  private static Structure deleteFromRole(Call call, Role role) {
    role.bound(null);
    return Structure.empty();
  }
}
