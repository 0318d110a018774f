package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Service;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Identity;
import dev.keyturn.sandbox.credential.Identity.RootIdentity;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.sts.Sessions.Terms;
import java.util.List;

/** STS and its actions. */
public final class Sts {
  private static final int ROOT_MOST_SECONDS = 3600;

  private final Callers callers;
  private final Sessions sessions;

  private Sts(Callers callers, Sessions sessions) {
    this.callers = callers;
    this.sessions = sessions;
  }

  /** The service on these sessions and policies. */
  public static Service service(Callers callers, Authorization authorization) {
    Sessions sessions = new Sessions(callers);
    Sts sts = new Sts(callers, sessions);
    return Service.of(
        "sts",
        "2011-06-15",
        () ->
            List.of(
                Action.of("GetCallerIdentity", Sts::getCallerIdentity),
                Action.of(
                    "GetSessionToken",
                    sts::getSessionToken,
                    Shapes.duration(900, 129_600),
                    Shapes.SERIAL_NUMBER,
                    Shapes.TOKEN_CODE),
                Action.of(
                    "GetAccessKeyInfo",
                    sts::getAccessKeyInfo,
                    Shape.text("AccessKeyId").must().between(16, 128).matching("[\\w]*")),
                new AssumeRole(sessions, authorization).action(),
                new GetFederationToken(sessions).action()));
  }

  /** Anyone with valid credentials may ask, even with an explicit deny. */
  private static Structure getCallerIdentity(Call call) {
    Identity identity = call.caller().identity();
    return Structure.empty()
        .with("UserId", identity.userId())
        .with("Account", identity.account().id())
        .with("Arn", identity.arn());
  }

  /**
   * Needs no permission, and no policy can deny it; for root, a longer duration becomes an hour.
   */
  private Structure getSessionToken(Call call) {
    Identity identity = call.caller().identity();
    int seconds = call.parameters().number("DurationSeconds", 43_200);
    if (identity instanceof RootIdentity) {
      seconds = Math.min(seconds, ROOT_MOST_SECONDS);
    }
    boolean mfa = MfaCheck.passes(call);
    return Structure.empty()
        .with(
            "Credentials",
            sessions.grant(call, identity, Terms.plain(Issuer.GET_SESSION_TOKEN, seconds, mfa)));
  }

  private Structure getAccessKeyInfo(Call call) {
    call.authorize("sts:GetAccessKeyInfo", "*");
    String accessKeyId = call.parameters().required("AccessKeyId");
    Account account = callers.accountOf(accessKeyId);
    if (account == null) {
      throw AwsError.validation("Invalid access key id: " + accessKeyId);
    }
    return Structure.empty().with("Account", account.id());
  }
}
