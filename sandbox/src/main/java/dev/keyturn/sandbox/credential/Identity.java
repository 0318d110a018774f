package dev.keyturn.sandbox.credential;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;

/** The acting identity, as GetCallerIdentity reports it. */
public sealed interface Identity {

  Account account();

  /** {@code AIDA…} of a user, {@code AROA…:session} of a role session, the account id of root. */
  String userId();

  String arn();

  record UserIdentity(Account account, User user) implements Identity {
    @Override
    public String userId() {
      return user.id();
    }

    @Override
    public String arn() {
      return account.arnOf(user);
    }
  }

  record RootIdentity(Account account) implements Identity {
    @Override
    public String userId() {
      return account.id();
    }

    @Override
    public String arn() {
      return account.rootArn();
    }
  }

  /** An assumed role; its ARN drops the role's path. */
  record RoleSession(Account account, Role role, String sessionName) implements Identity {
    @Override
    public String userId() {
      return role.id() + ":" + sessionName;
    }

    @Override
    public String arn() {
      return account.arn("sts", "assumed-role/" + role.name() + "/" + sessionName);
    }
  }

  /** A user of GetFederationToken; {@code issuer} is the user or root that asked for it. */
  record FederatedUser(Account account, Identity issuer, String name) implements Identity {
    @Override
    public String userId() {
      return account.id() + ":" + name;
    }

    @Override
    public String arn() {
      return account.arn("sts", "federated-user/" + name);
    }
  }

  /** The kind as {@code aws:PrincipalType} names it. */
  default String principalType() {
    if (this instanceof UserIdentity) {
      return "User";
    }
    if (this instanceof RootIdentity) {
      return "Account";
    }
    return this instanceof RoleSession ? "AssumedRole" : "FederatedUser";
  }
}
