package dev.keyturn.domain.policy.caller;

import java.util.Locale;

/**
 * What AWS decides by the credentials alone, before it evaluates policies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare
 *     AWS STS credentials</a>
 */
public enum CredentialRule {
  /** Policies decide. */
  NONE(false, ""),
  /** GetCallerIdentity needs no permission; a Deny has no effect. */
  IDENTITY_FOR_EVERYBODY(true, "needs no permission"),
  /** GetSessionToken needs no permission; a Deny has no effect. */
  SESSION_FOR_EVERY_USER(true, "needs no permission"),
  /** GetSessionToken and GetFederationToken accept long-term keys only. */
  LONG_TERM_KEYS_ONLY(false, "cannot be called with session credentials"),
  /** IAM refuses a session of GetSessionToken that was made without a code. */
  IAM_NEEDS_MFA(false, "IAM cannot be called with a session that has no MFA"),
  /** In STS, a session of GetSessionToken may call only AssumeRole and GetCallerIdentity. */
  STS_ROLES_ONLY(false, "in STS, this session may call only AssumeRole and GetCallerIdentity");

  private final boolean allowed;
  private final String reason;

  CredentialRule(boolean allowed, String reason) {
    this.allowed = allowed;
    this.reason = reason;
  }

  /** Whether the call is allowed regardless of policies; false also where policies decide. */
  public boolean isAllowed() {
    return allowed;
  }

  /** The reason in display form; empty where policies decide. */
  public String reason() {
    return reason;
  }

  /** The rule for {@code action}, such as {@code sts:GetSessionToken}. */
  public static CredentialRule of(Caller caller, String action) {
    String name = action.toLowerCase(Locale.ROOT);
    if (name.startsWith("iam:")) {
      return caller == Caller.SESSION_WITHOUT_MFA ? IAM_NEEDS_MFA : NONE;
    }
    return switch (name) {
      case "sts:getcalleridentity" -> IDENTITY_FOR_EVERYBODY;
      case "sts:getsessiontoken" ->
          caller == Caller.LONG_TERM_KEY ? SESSION_FOR_EVERY_USER : LONG_TERM_KEYS_ONLY;
      case "sts:getfederationtoken" -> caller == Caller.LONG_TERM_KEY ? NONE : LONG_TERM_KEYS_ONLY;
      default -> otherOfSts(caller, name);
    };
  }

  private static CredentialRule otherOfSts(Caller caller, String name) {
    boolean ofUser = caller == Caller.SESSION_WITHOUT_MFA || caller == Caller.SESSION_WITH_MFA;
    boolean refused = ofUser && name.startsWith("sts:") && !name.equals("sts:assumerole");
    return refused ? STS_ROLES_ONLY : NONE;
  }
}
