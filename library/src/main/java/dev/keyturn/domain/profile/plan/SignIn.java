package dev.keyturn.domain.profile.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from a sign-in with the AWS CLI, which stores and renews them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/access-users.html">Credential
 *     providers of the AWS SDKs</a>
 */
public sealed interface SignIn extends SessionPlan.Base.Changing {
  /** The command that signs in, as words of the AWS CLI: {@code login} or {@code sso login}. */
  List<String> command();

  /**
   * The sign-in whose credentials {@code plan} hands on unchanged; null if it makes a session or
   * has another base.
   */
  static @Nullable SignIn of(SessionPlan plan) {
    return plan.steps().isEmpty() && plan.base() instanceof SignIn signIn ? signIn : null;
  }

  /**
   * Credentials of {@code aws login}.
   *
   * @param profile the profile that names it
   * @param session the {@code login_session}: the ARN of the signed-in identity
   */
  record Login(String profile, String session) implements SignIn {
    @Override
    public String kind() {
      return "login";
    }

    @Override
    public List<String> command() {
      return List.of("login");
    }
  }

  /**
   * Credentials of {@code aws sso login}, for a role in an account of IAM Identity Center.
   *
   * @param profile the profile that names them
   * @param account the account
   * @param role the role's name there
   * @param session the {@code sso_session}; null if the profile has its own start URL
   * @param startUrl the start URL; empty if the session has it
   */
  record SingleSignOn(
      String profile, String account, String role, @Nullable String session, String startUrl)
      implements SignIn {
    @Override
    public String kind() {
      return "sso";
    }

    @Override
    public List<String> command() {
      return List.of("sso", "login");
    }
  }
}
