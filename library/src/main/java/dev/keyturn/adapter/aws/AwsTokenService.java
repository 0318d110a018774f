package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.iam.AwsClock;
import dev.keyturn.domain.iam.IamCaller;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.profile.plan.SessionTag;
import dev.keyturn.domain.session.make.CallTrace;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.FederationService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * STS and IAM as they are on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/">STS API</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsTokenService implements TokenService, FederationService, AwsClock {

  private static final String STS_VERSION = "2011-06-15";
  private static final String IAM_VERSION = "2010-05-08";

  private final QueryCalls calls;
  private final Clock clock;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace hears of each call
   */
  public AwsTokenService(Map<String, String> environment, Clock clock, CallTrace trace) {
    this.calls = new QueryCalls(environment, clock, trace);
    this.clock = clock;
  }

  @Override
  public void check(Endpoints endpoints) {
    calls.connections().check(endpoints.sts(), endpoints.caBundle());
  }

  @Override
  public SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa) {
    Map<String, String> parameters = parameters("GetSessionToken", STS_VERSION);
    parameters.put("DurationSeconds", Long.toString(step.duration().toSeconds()));
    addMfa(parameters, mfa);
    return grant(endpoints, signer, parameters).credentials();
  }

  @Override
  public AssumedRole assumeRole(
      Endpoints endpoints,
      Signer signer,
      Step.AssumeRole step,
      String sessionName,
      @Nullable Mfa mfa) {
    Map<String, String> parameters = parameters("AssumeRole", STS_VERSION);
    parameters.put("RoleArn", step.roleArn());
    parameters.put("RoleSessionName", sessionName);
    parameters.put("DurationSeconds", Long.toString(step.duration().toSeconds()));
    RoleParameters role = step.parameters();
    add(parameters, "ExternalId", role.externalId());
    add(parameters, "SourceIdentity", role.sourceIdentity());
    for (int i = 0; i < role.tags().size(); i++) {
      SessionTag tag = role.tags().get(i);
      parameters.put("Tags.member." + (i + 1) + ".Key", tag.key());
      parameters.put("Tags.member." + (i + 1) + ".Value", tag.value());
    }
    add(parameters, "Policy", role.policies().document());
    for (int i = 0; i < role.policies().arns().size(); i++) {
      parameters.put("PolicyArns.member." + (i + 1) + ".arn", role.policies().arns().get(i));
    }
    addMfa(parameters, mfa);
    return grant(endpoints, signer, parameters).assumedRole();
  }

  @Override
  public SessionCredentials getFederationToken(
      Endpoints endpoints, Signer signer, String name, String policy, Duration duration) {
    Map<String, String> parameters = parameters("GetFederationToken", STS_VERSION);
    parameters.put("Name", name);
    parameters.put("Policy", policy);
    parameters.put("DurationSeconds", Long.toString(duration.toSeconds()));
    return grant(endpoints, signer, parameters).credentials();
  }

  @Override
  public Identity getCallerIdentity(Endpoints endpoints, Signer signer) {
    return grant(endpoints, signer, parameters("GetCallerIdentity", STS_VERSION)).caller();
  }

  @Override
  public List<MfaDevice> listMfaDevices(Endpoints endpoints, Signer signer) {
    // IAM gives at most 100 items a page, and a user has at most 8 devices.
    SignedRequests.Call call =
        new SignedRequests.Call(
            endpoints.iam(),
            "iam",
            endpoints.iamSigningRegion(),
            parameters("ListMFADevices", IAM_VERSION),
            endpoints.caBundle());
    return answer(call, signer).all("SerialNumber").stream().map(MfaDevice::new).toList();
  }

  @Override
  public Instant now(IamCaller caller) {
    Map<String, String> parameters = parameters("GetCallerIdentity", STS_VERSION);
    return calls.date(sts(caller.endpoints(), parameters), caller.signer());
  }

  private static SignedRequests.Call sts(Endpoints endpoints, Map<String, String> parameters) {
    return new SignedRequests.Call(
        endpoints.sts(), "sts", endpoints.stsSigningRegion(), parameters, endpoints.caBundle());
  }

  private XmlAnswer answer(SignedRequests.Call call, Signer signer) {
    boolean code = call.parameters().containsKey("TokenCode");
    return (code ? calls.once(call, signer) : calls.repeatedly(call, signer)).xml();
  }

  private StsGrant grant(Endpoints endpoints, Signer signer, Map<String, String> parameters) {
    XmlAnswer answer = answer(sts(endpoints, parameters), signer);
    return new StsGrant(name -> answer.text(name).orElse(null), endpoints.sts(), clock.instant());
  }

  private static Map<String, String> parameters(String action, String version) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Action", action);
    parameters.put("Version", version);
    return parameters;
  }

  private static void addMfa(Map<String, String> parameters, @Nullable Mfa mfa) {
    if (mfa != null) {
      parameters.put("SerialNumber", mfa.device().serialNumber());
      parameters.put("TokenCode", mfa.code().digits());
    }
  }

  private static void add(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
