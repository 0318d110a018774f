package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.AccessKey.LastUse;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Long-term access keys: at most two for a user; the secret is shown once. */
public final class AccessKeys {
  private static final int MOST = 2;
  private static final Shape KEY_ID =
      Shapes.text("AccessKeyId").between(16, 128).matching("[\\w]+").must();

  private AccessKeys() {}

  public static List<Action> actions() {
    return List.of(
        Subject.userOrCaller("CreateAccessKey", AccessKeys::create),
        Subject.userOrCaller("ListAccessKeys", AccessKeys::list, Page.and()),
        Subject.userOrCaller(
            "UpdateAccessKey",
            AccessKeys::update,
            KEY_ID,
            Shapes.text("Status").oneOf("Active", "Inactive").must()),
        Subject.userOrCaller("DeleteAccessKey", AccessKeys::delete, KEY_ID),
        Action.of("GetAccessKeyLastUsed", AccessKeys::lastUsed, KEY_ID));
  }

  private static Structure create(Call call, User user) {
    if (user.accessKeys().size() >= MOST) {
      throw AwsError.limitExceeded("Cannot exceed quota for AccessKeysPerUser: " + MOST);
    }
    Duration delay = call.state().settings().keyDelay();
    Instant validFrom = delay.isZero() ? Instant.EPOCH : call.now().plus(delay);
    AccessKey key =
        new AccessKey(
            call.state().identifiers().accessKeyId(),
            call.state().identifiers().secretAccessKey(),
            true,
            call.now(),
            validFrom);
    user.accessKeys().add(key);
    return Structure.empty()
        .with("AccessKey", describe(key, user).with("SecretAccessKey", key.secret()));
  }

  private static Structure list(Call call, User user) {
    return Page.of(call, user.accessKeys())
        .structures("AccessKeyMetadata", key -> describe(key, user));
  }

  private static Structure describe(AccessKey key, User user) {
    return Structure.empty()
        .with("UserName", user.name())
        .with("AccessKeyId", key.id())
        .with("Status", key.status())
        .with("CreateDate", key.createDate());
  }

  private static Structure update(Call call, User user) {
    keyOf(user, call).activate(call.parameters().required("Status").equals("Active"));
    return Structure.empty();
  }

  private static Structure delete(Call call, User user) {
    user.accessKeys().remove(keyOf(user, call));
    return Structure.empty();
  }

  private static AccessKey keyOf(User user, Call call) {
    String id = call.parameters().required("AccessKeyId");
    AccessKey key = find(user, id);
    if (key == null) {
      throw AwsError.noSuchEntity("The Access Key with id " + id + " cannot be found.");
    }
    return key;
  }

  private static @Nullable AccessKey find(User user, String id) {
    return user.accessKeys().stream().filter(key -> key.id().equals(id)).findFirst().orElse(null);
  }

  /** For an unknown key, AWS has a separate access denied message. */
  private static Structure lastUsed(Call call) {
    Account account = call.caller().account();
    String id = call.parameters().required("AccessKeyId");
    for (User user : account.users()) {
      AccessKey key = find(user, id);
      if (key != null) {
        call.authorize("iam:GetAccessKeyLastUsed", account.arnOf(user));
        return Structure.empty()
            .with("UserName", user.name())
            .with("AccessKeyLastUsed", describe(key.lastUse()));
      }
    }
    throw AwsError.accessDenied(
        "User: %s is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key %s"
            .formatted(call.caller().identity().arn(), id));
  }

  private static Structure describe(@Nullable LastUse use) {
    return Structure.empty()
        .with("LastUsedDate", use == null ? null : use.date())
        .with("ServiceName", use == null ? "N/A" : use.service())
        .with("Region", use == null ? "N/A" : use.region());
  }
}
