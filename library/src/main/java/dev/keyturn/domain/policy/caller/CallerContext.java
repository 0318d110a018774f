package dev.keyturn.domain.policy.caller;

import dev.keyturn.domain.policy.evaluate.RequestContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The condition keys of a call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
 *     condition context keys</a>
 */
public final class CallerContext {

  /** Whether a code was given; {@link Caller} says which callers have the key. */
  public static final String MFA_PRESENT = "aws:MultiFactorAuthPresent";

  /** The seconds since a code was given. */
  public static final String MFA_AGE = "aws:MultiFactorAuthAge";

  /** Whether an AWS service makes the call for the caller. */
  public static final String VIA_SERVICE = "aws:ViaAWSService";

  /** An address that is reserved for documentation (RFC 5737). */
  private static final String SOURCE_IP = "203.0.113.10";

  private CallerContext() {}

  /** The keys of a call of {@code caller}. */
  public static RequestContext of(Caller caller, Subject subject, Circumstances circumstances) {
    RequestContext context = credentials(caller, circumstances, request(subject, circumstances));
    context =
        caller.isUser()
            ? context
                .with("aws:username", subject.userName())
                .with("aws:userid", "AIDACKCEVSQ6C2EXAMPLE")
                .with("aws:PrincipalType", "User")
                .with("aws:PrincipalArn", subject.userArn())
            : context
                .with("aws:userid", "AROADBQP57FF2AEXAMPLE:" + Subject.SESSION_NAME)
                .with("aws:PrincipalType", "AssumedRole")
                .with("aws:PrincipalArn", subject.roleArn());
    for (Map.Entry<String, String> tag : subject.tags().entrySet()) {
      context = context.with("aws:PrincipalTag/" + tag.getKey(), tag.getValue());
    }
    return context;
  }

  /** The keys of a call that itself contains a code, as AssumeRole may. */
  public static RequestContext withCode(RequestContext context) {
    return context.with(MFA_PRESENT, "true").with(MFA_AGE, "0");
  }

  private static RequestContext request(Subject subject, Circumstances circumstances) {
    Instant now = circumstances.now().truncatedTo(ChronoUnit.SECONDS);
    return RequestContext.empty()
        .with("aws:CurrentTime", now.toString())
        .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
        .with("aws:PrincipalAccount", subject.account())
        .with("aws:PrincipalIsAWSService", "false")
        .with("aws:RequestedRegion", subject.partition().iamRegion())
        .with("aws:SecureTransport", "true")
        .with("aws:SourceIp", SOURCE_IP)
        .with(VIA_SERVICE, Boolean.toString(circumstances.viaService()));
  }

  private static RequestContext credentials(
      Caller caller, Circumstances circumstances, RequestContext context) {
    Instant issued = circumstances.now().minus(circumstances.age()).truncatedTo(ChronoUnit.SECONDS);
    return switch (caller) {
      case LONG_TERM_KEY -> context;
      case SESSION_WITHOUT_MFA -> session(context, issued).with(MFA_PRESENT, "false");
      case SESSION_WITH_MFA ->
          session(context, issued)
              .with(MFA_PRESENT, "true")
              .with(MFA_AGE, Long.toString(circumstances.age().toSeconds()));
      case ROLE_SESSION -> session(context, issued);
    };
  }

  private static RequestContext session(RequestContext context, Instant issued) {
    return context.with("aws:TokenIssueTime", issued.toString());
  }
}
