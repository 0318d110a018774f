package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.authorization.ConditionKeys;
import dev.keyturn.sandbox.authorization.SessionRules;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.Identity.RoleSession;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.sts.Sessions.Terms;
import org.jspecify.annotations.Nullable;

/**
 * AssumeRole. A code given here counts as MFA for the policies that decide this call, and is not
 * carried by the credentials it yields.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AWS STS
 *     API, AssumeRole</a>
 */
final class AssumeRole {
  private static final int CHAINED_MOST_SECONDS = 3600;

  private final Sessions sessions;
  private final Authorization authorization;

  AssumeRole(Sessions sessions, Authorization authorization) {
    this.sessions = sessions;
    this.authorization = authorization;
  }

  Action action() {
    return Action.of(
        "AssumeRole",
        this::perform,
        Shape.text("RoleArn").must().between(20, 2048),
        Shape.text("RoleSessionName").must().between(2, 64).matching("[\\w+=,.@-]*"),
        Shape.text("ExternalId").between(2, 1224).matching("[\\w+=,.@:\\/-]*"),
        Shape.text("SourceIdentity").between(2, 64).matching("[\\w+=,.@-]*"),
        Shapes.duration(900, 43_200),
        Shapes.POLICY,
        Shapes.SERIAL_NUMBER,
        Shapes.TOKEN_CODE);
  }

  private Structure perform(Call call) {
    if (call.caller().identity() instanceof RootIdentity) {
      throw AwsError.accessDenied("Roles may not be assumed by root accounts.");
    }
    RoleArn arn = RoleArn.parse(call.parameters().required("RoleArn"));
    SessionTags tags = SessionTags.of(call.parameters(), call.caller().credential());
    String sourceIdentity = sourceIdentity(call);
    boolean mfa = MfaCheck.passes(call);
    RequestContext context = context(call, tags, sourceIdentity, mfa);
    RoleSession session = authorizedSession(call, arn, context);
    if (!tags.requested().isEmpty()) {
      authorizeOn(session, call, "sts:TagSession", context);
    }
    if (sourceIdentity != null) {
      authorizeOn(session, call, "sts:SetSourceIdentity", context);
    }
    return granted(call, session, tags, sourceIdentity);
  }

  private Structure granted(
      Call call, RoleSession session, SessionTags tags, @Nullable String sourceIdentity) {
    SessionPolicies policies = SessionPolicies.of(call.parameters(), session.account());
    Integer packedSize = policies.packedSize(tags.all());
    Terms terms =
        new Terms(
            Issuer.ASSUME_ROLE,
            allowedSeconds(call, session.role()),
            false,
            SessionRules.limitsToOneHour(call.caller().credential()),
            policies.policies(),
            sourceIdentity,
            tags.all(),
            tags.transitiveKeys());
    Structure answer =
        Structure.empty()
            .with("Credentials", sessions.grant(call, session, terms))
            .with(
                "AssumedRoleUser",
                Structure.empty()
                    .with("AssumedRoleId", session.userId())
                    .with("Arn", session.arn()));
    if (packedSize != null) {
      answer.with("PackedPolicySize", packedSize);
    }
    return answer.with("SourceIdentity", sourceIdentity);
  }

  private RoleSession authorizedSession(Call call, RoleArn arn, RequestContext context) {
    Account account = call.state().account(arn.accountId());
    Role role = account == null ? null : account.role(arn.roleName());
    if (account == null || role == null || !account.arnOf(role).equals(arn.text())) {
      throw Authorization.notAuthorized(call.caller(), "sts:AssumeRole", arn.text());
    }
    RoleSession session =
        new RoleSession(account, role, call.parameters().required("RoleSessionName"));
    authorizeOn(session, call, "sts:AssumeRole", context);
    return session;
  }

  private void authorizeOn(RoleSession session, Call call, String action, RequestContext context) {
    String roleArn = session.account().arnOf(session.role());
    authorization.authorizeOnRole(call.caller(), action, session.role(), roleArn, context);
  }

  private static RequestContext context(
      Call call, SessionTags tags, @Nullable String sourceIdentity, boolean mfa) {
    RequestContext context =
        tags.describe(ConditionKeys.of(call))
            .with("sts:RoleSessionName", call.parameters().required("RoleSessionName"));
    String externalId = call.parameters().text("ExternalId");
    if (externalId != null) {
      context = context.with("sts:ExternalId", externalId);
    }
    if (sourceIdentity != null) {
      context = context.with("sts:SourceIdentity", sourceIdentity);
    }
    return mfa ? ConditionKeys.withMfaNow(context) : context;
  }

  /** The source identity of the calling session stays: it can be repeated, not changed. */
  private static @Nullable String sourceIdentity(Call call) {
    String wanted = call.parameters().text("SourceIdentity");
    String kept =
        call.caller().credential() instanceof Temporary session ? session.sourceIdentity() : null;
    if (kept == null) {
      return wanted;
    }
    if (wanted != null && !wanted.equals(kept)) {
      Parameters parameters = call.parameters();
      throw Authorization.notAuthorized(
          call.caller(), "sts:SetSourceIdentity", parameters.required("RoleArn"));
    }
    return kept;
  }

  private static int allowedSeconds(Call call, Role role) {
    int seconds = call.parameters().number("DurationSeconds", 3600);
    if (seconds > role.maxSessionDuration()) {
      throw AwsError.validation(
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
    if (seconds > CHAINED_MOST_SECONDS
        && SessionRules.limitsToOneHour(call.caller().credential())) {
      throw AwsError.validation(
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
              + " role chaining.");
    }
    return seconds;
  }
}
