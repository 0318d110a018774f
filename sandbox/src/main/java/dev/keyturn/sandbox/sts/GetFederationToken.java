package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.credential.Identity.FederatedUser;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.sts.Sessions.Terms;

/**
 * GetFederationToken: the caller's permissions narrowed by session policies, without MFA
 * information. Without a session policy the federated user may do nothing.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">AWS
 *     STS API, GetFederationToken</a>
 */
final class GetFederationToken {
  private static final int ROOT_MOST_SECONDS = 3600;

  private final Sessions sessions;

  GetFederationToken(Sessions sessions) {
    this.sessions = sessions;
  }

  Action action() {
    return Action.of(
        "GetFederationToken",
        this::perform,
        Shape.text("Name").must().between(2, 32).matching("[\\w+=,.@-]*"),
        Shapes.duration(900, 129_600),
        Shapes.POLICY);
  }

  private Structure perform(Call call) {
    Identity issuer = call.caller().identity();
    String name = call.parameters().required("Name");
    FederatedUser user = new FederatedUser(issuer.account(), issuer, name);
    call.authorize("sts:GetFederationToken", user.arn());
    SessionTags tags = SessionTags.of(call.parameters(), call.caller().credential());
    if (!tags.requested().isEmpty()) {
      call.authorize("sts:TagSession", user.arn());
    }
    SessionPolicies policies = SessionPolicies.of(call.parameters(), issuer.account());
    Integer packedSize = policies.packedSize(tags.all());
    Terms terms =
        new Terms(
            Issuer.GET_FEDERATION_TOKEN,
            seconds(call),
            false,
            false,
            policies.policies(),
            null,
            tags.all(),
            tags.transitiveKeys());
    Structure answer =
        Structure.empty()
            .with("Credentials", sessions.grant(call, user, terms))
            .with(
                "FederatedUser",
                Structure.empty().with("FederatedUserId", user.userId()).with("Arn", user.arn()));
    return packedSize == null ? answer : answer.with("PackedPolicySize", packedSize);
  }

  private static int seconds(Call call) {
    int wanted = call.parameters().number("DurationSeconds", 43_200);
    return call.caller().identity() instanceof RootIdentity
        ? Math.min(wanted, ROOT_MOST_SECONDS)
        : wanted;
  }
}
