package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates actions on the subject of a request. As in AWS, the caller must be allowed to act on the
 * name before they learn whether it exists.
 */
public final class Subject {

  /** The work of an action, once its subject is found and the caller is allowed to act on it. */
  @FunctionalInterface
  public interface Work<T> {
    Structure on(Call call, T subject);
  }

  /** One of the methods of this class, for actions that exist on several kinds of subject. */
  @FunctionalInterface
  public interface Maker<T> {
    Action make(String name, Work<T> work, Shape... shapes);
  }

  private Subject() {}

  /** An action without a resource of its own. */
  public static Action account(String name, Work<Account> work, Shape... shapes) {
    return Action.of(
        name,
        call -> {
          call.authorize("iam:" + name, "*");
          return work.on(call, call.caller().account());
        },
        shapes);
  }

  /** An action on all that is under a path, such as {@code user/}. */
  public static Action list(String name, String under, Work<Account> work, Shape... shapes) {
    return Action.of(
        name,
        call -> {
          Account account = call.caller().account();
          call.authorize("iam:" + name, account.arn("iam", under));
          return work.on(call, account);
        },
        Page.and(shapes));
  }

  /** An action on the user that the request must name. */
  public static Action user(String name, Work<User> work, Shape... shapes) {
    return Action.of(
        name,
        call -> work.on(call, findUser(call, "iam:" + name)),
        and(Shapes.user(name).must(), shapes));
  }

  /** An action on the user the request names, or else on the caller. */
  public static Action userOrCaller(String name, Work<User> work, Shape... shapes) {
    return Action.of(
        name, call -> work.on(call, findUser(call, "iam:" + name)), and(Shapes.user(name), shapes));
  }

  public static Action group(String name, Work<Group> work, Shape... shapes) {
    return Action.of(
        name, call -> work.on(call, findGroup(call, "iam:" + name)), and(Shapes.GROUP, shapes));
  }

  public static Action role(String name, Work<Role> work, Shape... shapes) {
    return Action.of(
        name, call -> work.on(call, findRole(call, "iam:" + name)), and(Shapes.ROLE, shapes));
  }

  /** An action on a managed policy, of the account or of AWS. */
  public static Action policy(String name, Work<ManagedPolicy> work, Shape... shapes) {
    return Action.of(
        name,
        call -> {
          String arn = call.parameters().required("PolicyArn");
          call.authorize("iam:" + name, arn);
          return work.on(call, policy(call, arn, "Policy %s was not found."));
        },
        and(Shapes.POLICY_ARN, shapes));
  }

  /**
   * The managed policy of this ARN.
   *
   * @param unknown the message for a policy that does not exist, with a place for the ARN
   */
  public static ManagedPolicy policy(Call call, String arn, String unknown) {
    if (!isPolicy(arn)) {
      throw AwsError.validation("ARN " + arn + " is not valid.");
    }
    ManagedPolicy policy = call.caller().account().managedPolicy(arn);
    if (policy == null) {
      throw AwsError.noSuchEntity(unknown.formatted(arn));
    }
    return policy;
  }

  /** Whether this can be the ARN of a managed policy. */
  public static boolean isPolicy(String arn) {
    return arn.matches("arn:[a-z-]+:iam::(\\d{12}|aws):policy/.+");
  }

  private static User findUser(Call call, String action) {
    Account account = call.caller().account();
    String name = call.parameters().text("UserName");
    @Nullable User user = name == null ? caller(call) : account.user(name);
    call.authorize(action, user == null ? account.arn("iam", "user/" + name) : account.arnOf(user));
    return found(user, "The user with name " + name + " cannot be found.");
  }

  private static User caller(Call call) {
    if (call.caller().identity() instanceof RootIdentity root) {
      return root.account().root();
    }
    User user = call.caller().user();
    if (user == null) {
      throw AwsError.validation("Must specify userName when calling with non-User credentials");
    }
    return user;
  }

  private static Group findGroup(Call call, String action) {
    Account account = call.caller().account();
    String name = call.parameters().required("GroupName");
    Group group = account.group(name);
    call.authorize(
        action, group == null ? account.arn("iam", "group/" + name) : account.arnOf(group));
    return found(group, "The group with name " + name + " cannot be found.");
  }

  private static Role findRole(Call call, String action) {
    Account account = call.caller().account();
    String name = call.parameters().required("RoleName");
    Role role = account.role(name);
    call.authorize(action, role == null ? account.arn("iam", "role/" + name) : account.arnOf(role));
    return found(role, "The role with name " + name + " cannot be found.");
  }

  private static <T> T found(@Nullable T subject, String otherwise) {
    if (subject == null) {
      throw AwsError.noSuchEntity(otherwise);
    }
    return subject;
  }

  private static Shape[] and(Shape first, Shape... rest) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(Shape[]::new);
  }
}
