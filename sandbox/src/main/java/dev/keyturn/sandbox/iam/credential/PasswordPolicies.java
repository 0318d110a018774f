package dev.keyturn.sandbox.iam.credential;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The password policy of an account. */
public final class PasswordPolicies {
  private static final int SHORTEST = 6;

  private PasswordPolicies() {}

  public static List<Action> actions() {
    return List.of(
        Subject.account("GetAccountPasswordPolicy", PasswordPolicies::get),
        Subject.account(
            "UpdateAccountPasswordPolicy",
            PasswordPolicies::update,
            Shapes.number("MinimumPasswordLength").between(SHORTEST, 128),
            Shapes.number("PasswordReusePrevention").between(1, 24),
            Shapes.number("MaxPasswordAge").between(1, 1095)),
        Subject.account("DeleteAccountPasswordPolicy", PasswordPolicies::delete));
  }

  private static Structure get(Call call, Account account) {
    PasswordPolicy policy = account.passwordPolicy();
    if (policy == null) {
      throw AwsError.noSuchEntity(
          "The Password Policy with domain name " + account.id() + " cannot be found.");
    }
    return Structure.empty().with("PasswordPolicy", describe(policy));
  }

  private static Structure describe(PasswordPolicy policy) {
    Structure answer =
        Structure.empty()
            .with("MinimumPasswordLength", policy.minimumLength())
            .with("RequireSymbols", policy.requireSymbols())
            .with("RequireNumbers", policy.requireNumbers())
            .with("RequireUppercaseCharacters", policy.requireUppercase())
            .with("RequireLowercaseCharacters", policy.requireLowercase())
            .with("AllowUsersToChangePassword", policy.usersMayChange())
            .with("ExpirePasswords", policy.maxAge() != null);
    if (policy.maxAge() != null) {
      answer.with("MaxPasswordAge", policy.maxAge()).with("HardExpiry", policy.hardExpiry());
    }
    if (policy.reusePrevention() != null) {
      answer.with("PasswordReusePrevention", policy.reusePrevention());
    }
    return answer;
  }

  /**
   * Replaces the whole policy: values that the request does not name are reset to their defaults.
   */
  private static Structure update(Call call, Account account) {
    Parameters parameters = call.parameters();
    account.govern(
        new PasswordPolicy(
            parameters.number("MinimumPasswordLength", SHORTEST),
            parameters.flag("RequireSymbols", false),
            parameters.flag("RequireNumbers", false),
            parameters.flag("RequireUppercaseCharacters", false),
            parameters.flag("RequireLowercaseCharacters", false),
            parameters.flag("AllowUsersToChangePassword", false),
            numberIfAny(parameters, "MaxPasswordAge"),
            numberIfAny(parameters, "PasswordReusePrevention"),
            parameters.flag("HardExpiry", false)));
    return Structure.empty();
  }

  private static @Nullable Integer numberIfAny(Parameters parameters, String name) {
    return parameters.text(name) == null ? null : Integer.valueOf(parameters.number(name, 0));
  }

  private static Structure delete(Call call, Account account) {
    if (account.passwordPolicy() == null) {
      throw AwsError.noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
    }
    account.govern(null);
    return Structure.empty();
  }
}
