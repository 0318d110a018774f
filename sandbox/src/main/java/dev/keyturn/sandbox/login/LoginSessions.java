package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Codes and refresh tokens issued to tools. A code can be used once; only the latest refresh token
 * of a session is valid. Guarded by the lock of the state.
 */
final class LoginSessions {
  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration SESSION_LIFE = Duration.ofHours(12);
  private static final Duration PROOF_LIFE = Duration.ofMinutes(5);

  /** A person who signed in. */
  record Signin(UserIdentity user, boolean mfa, Instant time) {}

  /** The request of a tool before the person signed in. */
  record Wish(String clientId, String redirectUri, String challenge) {}

  private record Code(Wish wish, Signin signin) {}

  private record Refresh(String clientId, String thumbprint, Signin signin) {}

  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Refresh> refreshTokens = new HashMap<>();
  private final Map<String, Instant> proofs = new HashMap<>();

  /** Ends all of them. */
  void forget() {
    codes.clear();
    refreshTokens.clear();
    proofs.clear();
  }

  String issueCode(Wish wish, Signin signin, Identifiers identifiers) {
    codes.values().removeIf(old -> signin.time().isAfter(end(old)));
    String code = identifiers.requestId();
    codes.put(code, new Code(wish, signin));
    return code;
  }

  /**
   * Uses up a code.
   *
   * @throws AwsError INVALID_REQUEST when it belongs to another request, AUTHCODE_EXPIRED when it
   *     is unknown, used or too old
   */
  Signin redeem(String code, Wish wish, Instant now) {
    Code found = codes.remove(code);
    if (found == null || now.isAfter(end(found))) {
      throw denied("AUTHCODE_EXPIRED", "The authorization code is expired, used or unknown");
    }
    if (!found.wish().equals(wish)) {
      throw invalid("The client, the redirect URI or the code verifier is another one");
    }
    return found.signin();
  }

  private static Instant end(Code code) {
    return code.signin().time().plus(CODE_LIFE);
  }

  private static Instant end(Refresh token) {
    return token.signin().time().plus(SESSION_LIFE);
  }

  String issueRefreshToken(
      Signin signin, String clientId, String thumbprint, Identifiers identifiers) {
    refreshTokens.values().removeIf(old -> signin.time().isAfter(end(old)));
    String token = identifiers.sessionToken();
    refreshTokens.put(token, new Refresh(clientId, thumbprint, signin));
    return token;
  }

  /**
   * Uses up a refresh token.
   *
   * @throws AwsError TOKEN_EXPIRED when it is unknown, replaced by a later one, or its session
   *     over; USER_CREDENTIALS_CHANGED; INVALID_REQUEST when another key proves the possession
   */
  Signin refresh(String token, String clientId, String thumbprint, Instant now) {
    Refresh found = refreshTokens.get(token);
    if (found == null || now.isAfter(end(found))) {
      refreshTokens.remove(token);
      throw denied("TOKEN_EXPIRED", "The refresh token is expired");
    }
    if (!found.clientId().equals(clientId) || !found.thumbprint().equals(thumbprint)) {
      throw invalid("The refresh token is bound to another client or key");
    }
    if (hasChanged(found.signin())) {
      throw denied("USER_CREDENTIALS_CHANGED", "The user's credentials were changed");
    }
    refreshTokens.remove(token);
    return found.signin();
  }

  private static boolean hasChanged(Signin signin) {
    UserIdentity user = signin.user();
    LoginProfile profile = user.user().loginProfile();
    boolean exists = user.account().user(user.user().name()) == user.user();
    return !exists || profile == null || profile.changed().isAfter(signin.time());
  }

  /**
   * Accepts a proof once.
   *
   * @param advanced how much time the sandbox's clock let pass; that of the tool may not have moved
   * @throws AwsError INVALID_REQUEST when it was made for another request, or at another time, or
   *     was used before
   */
  void acceptProof(DpopProof proof, String url, Instant now, Duration advanced) {
    if (!proof.method().equals("POST") || !proof.url().equals(url)) {
      throw invalid("The DPoP proof is for another request: " + proof.url());
    }
    if (!isNear(proof.issued(), now) && !isNear(proof.issued(), now.minus(advanced))) {
      throw invalid("The DPoP proof was not made within the last five minutes");
    }
    proofs.values().removeIf(end -> now.isAfter(end));
    if (proofs.put(proof.id(), now.plus(PROOF_LIFE.multipliedBy(2))) != null) {
      throw invalid("The DPoP proof was used before");
    }
  }

  private static boolean isNear(Instant time, Instant now) {
    return Duration.between(time, now).abs().compareTo(PROOF_LIFE) <= 0;
  }

  static AwsError denied(String error, String message) {
    return new AwsError(400, error, message);
  }

  static AwsError invalid(String message) {
    return new AwsError(400, "INVALID_REQUEST", message);
  }
}
