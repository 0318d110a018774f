package dev.keyturn.sandbox.iam.account;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import java.util.List;

/** The alias of an account: at most one, and unique among all accounts. */
public final class AccountAliases {
  private static final Shape ALIAS =
      Shapes.text("AccountAlias")
          .between(3, 63)
          .matching("^[a-z0-9](([a-z0-9]|-(?!-))*[a-z0-9])?$")
          .must();

  private AccountAliases() {}

  public static List<Action> actions() {
    return List.of(
        Subject.account("CreateAccountAlias", AccountAliases::create, ALIAS),
        Subject.account("ListAccountAliases", AccountAliases::list, Page.and()),
        Subject.account("DeleteAccountAlias", AccountAliases::delete, ALIAS));
  }

  private static Structure create(Call call, Account account) {
    String alias = call.parameters().required("AccountAlias");
    boolean taken = call.state().accounts().stream().anyMatch(other -> alias.equals(other.alias()));
    if (taken) {
      throw AwsError.entityAlreadyExists("The account alias " + alias + " already exists.");
    }
    account.rename(alias);
    return Structure.empty();
  }

  private static Structure list(Call call, Account account) {
    String alias = account.alias();
    return Page.of(call, alias == null ? List.<String>of() : List.of(alias))
        .texts("AccountAliases", name -> name);
  }

  private static Structure delete(Call call, Account account) {
    String alias = call.parameters().required("AccountAlias");
    if (!alias.equals(account.alias())) {
      throw AwsError.noSuchEntity("The account alias " + alias + " cannot be found.");
    }
    account.rename(null);
    return Structure.empty();
  }
}
