package dev.keyturn.sandbox.authorization;

import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.credential.Identity.RoleSession;
import dev.keyturn.sandbox.credential.Identity.UserIdentity;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The condition keys of a call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">
 *     IAM User Guide, global condition context keys</a>
 */
public final class ConditionKeys {
  private ConditionKeys() {}

  /** The keys about the caller and the request that every action has. */
  public static RequestContext of(Call call) {
    Caller caller = call.caller();
    RequestContext context = request(call).with("aws:userid", caller.identity().userId());
    context = principal(caller.identity(), context);
    User user = caller.user();
    if (user != null) {
      context = context.with("aws:username", user.name());
    }
    return caller.credential() instanceof Temporary temporary
        ? session(temporary, call.now(), context)
        : context;
  }

  /** The same call with a code that was checked in this very call. */
  public static RequestContext withMfaNow(RequestContext context) {
    return context.with("aws:MultiFactorAuthPresent", "true").with("aws:MultiFactorAuthAge", "0");
  }

  private static RequestContext request(Call call) {
    Instant now = call.now().truncatedTo(ChronoUnit.SECONDS);
    return RequestContext.empty()
        .with("aws:CurrentTime", now.toString())
        .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
        .with("aws:SourceIp", call.sourceIp())
        .with("aws:SecureTransport", Boolean.toString(call.secure()))
        .with("aws:RequestedRegion", call.region());
  }

  private static RequestContext principal(Identity identity, RequestContext context) {
    String arn =
        identity instanceof RoleSession session
            ? session.account().arnOf(session.role())
            : identity.arn();
    return tagged(context, tags(identity))
        .with("aws:PrincipalArn", arn)
        .with("aws:PrincipalAccount", identity.account().id())
        .with("aws:PrincipalType", identity.principalType());
  }

  /** The tags of a user or role; session tags are added later and take precedence. */
  private static List<Tag> tags(Identity identity) {
    if (identity instanceof UserIdentity user) {
      return user.user().tags();
    }
    return identity instanceof RoleSession session ? session.role().tags() : List.of();
  }

  private static RequestContext tagged(RequestContext context, List<Tag> tags) {
    RequestContext keys = context;
    for (Tag tag : tags) {
      keys = keys.with("aws:PrincipalTag/" + tag.key(), tag.value());
    }
    return keys;
  }

  /**
   * MFA keys exist for the temporary credentials of a user only, and the age only after a code; the
   * credentials of roles and federated users carry none of it.
   */
  private static RequestContext session(Temporary session, Instant now, RequestContext context) {
    RequestContext keys = context.with("aws:TokenIssueTime", session.issued().toString());
    if (session.issuer() == Issuer.GET_SESSION_TOKEN || session.issuer() == Issuer.LOGIN) {
      keys = keys.with("aws:MultiFactorAuthPresent", Boolean.toString(session.mfaTime() != null));
    }
    if (session.mfaTime() != null) {
      long age = Duration.between(session.mfaTime(), now).toSeconds();
      keys = keys.with("aws:MultiFactorAuthAge", Long.toString(age));
    }
    if (session.sourceIdentity() != null) {
      keys = keys.with("aws:SourceIdentity", session.sourceIdentity());
    }
    return tagged(keys, session.tags());
  }
}
