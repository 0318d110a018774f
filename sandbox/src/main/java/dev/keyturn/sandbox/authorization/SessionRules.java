package dev.keyturn.sandbox.authorization;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Credential;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import java.util.Set;

/**
 * What temporary credentials may not call, whatever the policies say.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_compare-features.html">
 *     IAM User Guide, compare STS credentials</a>
 */
public final class SessionRules {
  private static final Set<String> LONG_TERM_ONLY = Set.of("GetSessionToken", "GetFederationToken");
  private static final Set<String> FOR_EVERY_SESSION = Set.of("AssumeRole", "GetCallerIdentity");

  private SessionRules() {}

  /**
   * Passes when this kind of credential may call the action at all.
   *
   * @param service {@code sts} or {@code iam}; other services know no such rules
   * @throws AwsError AccessDenied or InvalidClientTokenId
   */
  public static void check(Caller caller, String service, String action) {
    if (caller.credential() instanceof Temporary temporary) {
      if (service.equals("iam")) {
        checkIam(temporary);
      } else if (service.equals("sts")) {
        checkSts(temporary, action);
      }
    }
  }

  private static void checkIam(Temporary credential) {
    boolean allowed =
        switch (credential.issuer()) {
          case ASSUME_ROLE, LOGIN -> true;
          case GET_SESSION_TOKEN -> credential.mfaTime() != null;
          case GET_FEDERATION_TOKEN -> false;
        };
    if (!allowed) {
      throw new AwsError(
          403, "InvalidClientTokenId", "The security token included in the request is invalid");
    }
  }

  private static void checkSts(Temporary credential, String action) {
    boolean allowed =
        switch (credential.issuer()) {
          case ASSUME_ROLE, LOGIN -> !LONG_TERM_ONLY.contains(action);
          case GET_SESSION_TOKEN -> FOR_EVERY_SESSION.contains(action);
          case GET_FEDERATION_TOKEN -> action.equals("GetCallerIdentity");
        };
    if (!allowed) {
      throw AwsError.accessDenied("Cannot call " + action + " with session credentials");
    }
  }

  /** True if a role assumed with this credential lasts at most an hour (role chaining). */
  public static boolean limitsToOneHour(Credential credential) {
    return credential instanceof Temporary temporary
        && temporary.issuer() != Issuer.GET_FEDERATION_TOKEN;
  }
}
