package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Service;
import dev.keyturn.sandbox.action.Structure;
import java.util.List;

/** IAM and its actions. */
public final class Iam {
  private Iam() {}

  /** The service; it holds nothing of its own. */
  public static Service service() {
    return Service.of(
        "iam",
        "2010-05-08",
        List.of(
            Action.of("GetUser", Users::getUser, Users.USER_NAME),
            Action.of("ListUsers", Users::listUsers),
            Action.of("ListMFADevices", Users::listMfaDevices, Users.USER_NAME),
            Action.of("ListAccessKeys", Users::listAccessKeys, Users.USER_NAME),
            Action.of("ListAccountAliases", Iam::listAccountAliases)));
  }

  private static Structure listAccountAliases(Call call) {
    call.authorize("iam:ListAccountAliases", "*");
    String alias = call.caller().account().alias();
    return Structure.empty()
        .withTexts("AccountAliases", alias == null ? List.of() : List.of(alias))
        .with("IsTruncated", false);
  }
}
