package dev.keyturn.adapter.aws;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.RoleParameters;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Endpoints;
import dev.keyturn.domain.profile.plan.SessionPlan.Step;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.use.FederationService;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * STS and IAM as they are on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/">STS API</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/">IAM API</a>
 */
public final class AwsTokenService implements TokenService, FederationService {

  private static final String STS_VERSION = "2011-06-15";
  private static final String IAM_VERSION = "2010-05-08";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private final Connections connections;
  private final SignedRequests requests;
  private final Refusals refusals;
  private final Consumer<String> trace;

  /**
   * Built for a process.
   *
   * @param environment the variables that name proxies
   * @param clock what requests are signed at
   * @param trace takes a line about each call, without secrets
   */
  public AwsTokenService(Map<String, String> environment, Clock clock, Consumer<String> trace) {
    this.connections = new Connections(environment);
    this.requests = new SignedRequests(connections, clock);
    this.refusals = new Refusals(clock);
    this.trace = trace;
  }

  @Override
  public void check(Endpoints endpoints) {
    connections.check(endpoints.sts(), endpoints.caBundle());
  }

  @Override
  public SessionCredentials getSessionToken(
      Endpoints endpoints, Signer signer, Step.GetSessionToken step, @Nullable Mfa mfa) {
    Map<String, String> parameters = parameters("GetSessionToken", STS_VERSION);
    parameters.put("DurationSeconds", Long.toString(step.duration().toSeconds()));
    addMfa(parameters, mfa);
    return credentials(sts(endpoints, signer, parameters), endpoints);
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
      SessionPlan.Tag tag = role.tags().get(i);
      parameters.put("Tags.member." + (i + 1) + ".Key", tag.key());
      parameters.put("Tags.member." + (i + 1) + ".Value", tag.value());
    }
    addMfa(parameters, mfa);
    XmlAnswer answer = sts(endpoints, signer, parameters);
    String arn = required(answer, "Arn", endpoints);
    Identity identity =
        new Identity(Arn.account(arn), arn, required(answer, "AssumedRoleId", endpoints));
    return new AssumedRole(credentials(answer, endpoints), identity);
  }

  @Override
  public SessionCredentials getFederationToken(
      Endpoints endpoints, Signer signer, String name, String policy, Duration duration) {
    Map<String, String> parameters = parameters("GetFederationToken", STS_VERSION);
    parameters.put("Name", name);
    parameters.put("Policy", policy);
    parameters.put("DurationSeconds", Long.toString(duration.toSeconds()));
    return credentials(sts(endpoints, signer, parameters), endpoints);
  }

  @Override
  public Identity getCallerIdentity(Endpoints endpoints, Signer signer) {
    XmlAnswer answer = sts(endpoints, signer, parameters("GetCallerIdentity", STS_VERSION));
    return new Identity(
        required(answer, "Account", endpoints),
        required(answer, "Arn", endpoints),
        required(answer, "UserId", endpoints));
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

  private XmlAnswer sts(Endpoints endpoints, Signer signer, Map<String, String> parameters) {
    return answer(
        new SignedRequests.Call(
            endpoints.sts(), "sts", endpoints.stsSigningRegion(), parameters, endpoints.caBundle()),
        signer);
  }

  private XmlAnswer answer(SignedRequests.Call call, Signer signer) {
    boolean code = call.parameters().containsKey("TokenCode");
    return code ? once(call, signer) : new Retries().withoutCode(() -> once(call, signer));
  }

  private XmlAnswer once(SignedRequests.Call call, Signer signer) {
    String what = call.action() + " " + call.endpoint() + " as " + signer.accessKeyId();
    trace.accept(what);
    SignedRequests.Answer answer = requests.send(call, signer);
    trace.accept(what + ": HTTP " + answer.status() + reference(answer));
    return refusals.check(call, signer, answer);
  }

  /** What AWS's support asks for: the code of an error, and the id of the request. */
  private static String reference(SignedRequests.Answer answer) {
    Optional<XmlAnswer> parsed = XmlAnswer.parse(answer.body());
    String code = parsed.flatMap(xml -> xml.text("Code")).orElse("");
    String id = parsed.flatMap(xml -> xml.text("RequestId")).orElse("");
    return (isWord(code) ? " " + code : "") + (isWord(id) ? ", request id " + id : "");
  }

  /** An answer of anybody else may hold anything here. */
  private static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  private static SessionCredentials credentials(XmlAnswer answer, Endpoints endpoints) {
    String expiration = required(answer, "Expiration", endpoints);
    try {
      return new SessionCredentials(
          required(answer, "AccessKeyId", endpoints),
          Secret.of(required(answer, "SecretAccessKey", endpoints)),
          Secret.of(required(answer, "SessionToken", endpoints)),
          Instant.parse(expiration).truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      throw fault(endpoints, "its Expiration is no time").exception(e);
    }
  }

  private static String required(XmlAnswer answer, String name, Endpoints endpoints) {
    return answer
        .text(name)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> fault(endpoints, "the answer has no " + name).exception());
  }

  private static Failure fault(Endpoints endpoints, String what) {
    return new AwsFailure.ServiceFault(endpoints.sts().toString(), what);
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
