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
import dev.keyturn.sandbox.credential.Identity.RoleSession;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.policy.RequestContext;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Role;
import dev.keyturn.sandbox.sts.Sessions.Terms;
import java.util.List;

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
        Shapes.duration(900, 43_200),
        Shapes.POLICY,
        Shapes.SERIAL_NUMBER,
        Shapes.TOKEN_CODE);
  }

  private Structure perform(Call call) {
    Parameters parameters = call.parameters();
    if (call.caller().identity() instanceof RootIdentity) {
      throw AwsError.accessDenied("Roles may not be assumed by root accounts.");
    }
    RoleArn arn = RoleArn.parse(parameters.required("RoleArn"));
    boolean mfa = MfaCheck.passes(call);
    RoleSession session = authorizedSession(call, arn, mfa);
    int seconds = allowedSeconds(call, session.role());
    boolean chained = SessionRules.limitsToOneHour(call.caller().credential());
    Terms terms =
        new Terms(
            Issuer.ASSUME_ROLE, seconds, false, chained, List.of(), null, List.of(), List.of());
    return Structure.empty()
        .with("Credentials", sessions.grant(call, session, terms))
        .with(
            "AssumedRoleUser",
            Structure.empty().with("AssumedRoleId", session.userId()).with("Arn", session.arn()));
  }

  private RoleSession authorizedSession(Call call, RoleArn arn, boolean mfa) {
    Account account = call.state().account(arn.accountId());
    Role role = account == null ? null : account.role(arn.roleName());
    if (account == null || role == null || !account.arnOf(role).equals(arn.text())) {
      throw Authorization.notAuthorized(call.caller(), "sts:AssumeRole", arn.text());
    }
    authorization.authorizeOnRole(
        call.caller(), "sts:AssumeRole", role, arn.text(), context(call, mfa));
    return new RoleSession(account, role, call.parameters().required("RoleSessionName"));
  }

  private static RequestContext context(Call call, boolean mfa) {
    Parameters parameters = call.parameters();
    RequestContext context =
        ConditionKeys.of(call).with("sts:RoleSessionName", parameters.required("RoleSessionName"));
    String externalId = parameters.text("ExternalId");
    if (externalId != null) {
      context = context.with("sts:ExternalId", externalId);
    }
    return mfa ? ConditionKeys.withMfaNow(context) : context;
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
