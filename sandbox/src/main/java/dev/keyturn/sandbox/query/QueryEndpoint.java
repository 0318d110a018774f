package dev.keyturn.sandbox.query;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Service;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.authorization.SessionRules;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.gateway.Authentication;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.signature.Claim;
import dev.keyturn.sandbox.signature.ClaimReader;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.signature.SignatureCheck;
import dev.keyturn.sandbox.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** STS and IAM on one URL, distinguished by the API version. Safe for use by several threads. */
public final class QueryEndpoint implements Endpoint {
  private static final String XML = "text/xml";
  private static final FaultWords FAULT_WORDS =
      new FaultWords(
          new AwsError(400, "Throttling", "Rate exceeded"),
          new AwsError(
              500,
              "InternalFailure",
              "The request processing has failed because of an unknown error, exception or"
                  + " failure."),
          new AwsError(
              503,
              "ServiceUnavailable",
              "The request has failed due to a temporary failure of the server."),
          Authentication.unknownKey());

  private final List<Service> services;
  private final State state;
  private final Authentication authentication;
  private final Call.Authorizer authorizer;
  private final Clock clock;
  private final SignatureCheck check = SignatureCheck.usual();

  public QueryEndpoint(
      List<Service> services,
      State state,
      Authentication authentication,
      Call.Authorizer authorizer,
      Clock clock) {
    this.services = List.copyOf(services);
    this.state = state;
    this.authentication = authentication;
    this.authorizer = authorizer;
    this.clock = clock;
  }

  /** Requests of the Query protocol go to the root path and name an action. */
  @Override
  public boolean wants(Request request) {
    return request.path().equals("/")
        && (request.parameters().containsKey("Action")
            || (request.method().equals("POST") && isForUs(ClaimReader.claimedService(request))));
  }

  private boolean isForUs(@Nullable String service) {
    return service == null || services.stream().anyMatch(one -> one.name().equals(service));
  }

  @Override
  public Target target(Request request) {
    Map<String, String> parameters = request.parameters();
    return new Target(service(parameters).name(), parameters.getOrDefault("Action", ""));
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    Map<String, String> parameters = request.parameters();
    Service service = service(parameters);
    Action action = action(service, parameters);
    Claim claim = ClaimReader.read(request);
    Instant now = clock.instant();
    Caller caller =
        authentication.inQueryWords(() ->
            authentication.caller(
                request, claim, service.name(), check, Hash.sha256(request.body()), now));
    Parameters typed = new Parameters(parameters);
    typed.check(action.shapes());
    SessionRules.check(caller, service.name(), action.name());
    Call call =
        new Call(
            typed,
            caller,
            state,
            now,
            claim.scope().region(),
            request.sourceAddress(),
            request.secure(),
            authorizer);
    synchronized (state) {
      Structure result = action.operation().perform(call);
      return wantsJson(request, service)
          ? json(200, JsonAnswer.answer(action.name(), result, requestId), requestId)
          : answer(service, action, result, requestId);
    }
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    Service service = service(request.parameters());
    if (wantsJson(request, service)) {
      return json(error.status(), JsonAnswer.error(error, requestId), requestId);
    }
    return Response.of(error.status(), XML, Xml.error(service.namespace(), error, requestId))
        .with("x-amzn-RequestId", requestId);
  }

  @Override
  public FaultWords faultWords() {
    return FAULT_WORDS;
  }

  private static Response answer(
      Service service, Action action, Structure result, String requestId) {
    String response = action.name() + "Response";
    Xml xml = new Xml().open(response, service.namespace());
    if (!result.isEmpty()) {
      String element = action.name() + "Result";
      xml.open(element).members(result).close(element);
    }
    xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
    return Response.of(200, XML, xml.close(response).toString())
        .with("x-amzn-RequestId", requestId);
  }

  /** Only STS answers JSON, and only to a client that asks for it. */
  private static boolean wantsJson(Request request, Service service) {
    String accept = request.header("Accept");
    return service.name().equals("sts") && accept != null && accept.contains("application/json");
  }

  private static Response json(int status, String body, String requestId) {
    return Response.of(status, "application/json", body).with("x-amzn-RequestId", requestId);
  }

  private static Action action(Service service, Map<String, String> parameters) {
    String name = parameters.get("Action");
    if (name == null) {
      throw new AwsError(
          400, "MissingAction", "The request is missing an action or a required parameter.");
    }
    String version = parameters.getOrDefault("Version", "NO_VERSION_SPECIFIED");
    @Nullable Action action = service.version().equals(version) ? service.action(name) : null;
    if (action == null) {
      throw new AwsError(
          400, "InvalidAction", "Could not find operation " + name + " for version " + version);
    }
    return action;
  }

  /** The service of the version named; without one, STS speaks for all. */
  private Service service(Map<String, String> parameters) {
    String version = parameters.getOrDefault("Version", "");
    for (Service service : services) {
      if (service.version().equals(version)) {
        return service;
      }
    }
    return services.get(0);
  }
}
