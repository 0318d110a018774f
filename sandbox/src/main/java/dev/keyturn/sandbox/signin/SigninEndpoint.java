package dev.keyturn.sandbox.signin;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.credential.CredentialRefusedException;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.Html;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The path {@value #PATH} with its actions {@code getSigninToken} and {@code login}. Safe for use
 * by several threads.
 */
public final class SigninEndpoint implements Endpoint {
  /** As on {@code signin.aws.amazon.com}. */
  public static final String PATH = "/federation";

  private static final Set<String> ACTIONS = Set.of("getSigninToken", "login");
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  private static final FaultWords FAULT_WORDS =
      new FaultWords(
          new AwsError(400, "Throttling", "Rate exceeded"),
          new AwsError(500, "InternalFailure", "Internal failure"),
          new AwsError(503, "ServiceUnavailable", "Service unavailable"),
          refusal("The credentials are not valid"));

  /** A token that was handed out, and how long the console session it opens lives. */
  private record Signin(Caller caller, Instant tokenEnd, Instant sessionEnd) {}

  private final State state;
  private final Callers callers;
  private final Clock clock;
  private final Map<String, Signin> signins = new HashMap<>();

  public SigninEndpoint(State state, Callers callers, Clock clock) {
    this.state = state;
    this.callers = callers;
    this.clock = clock;
    state.whenReplaced(signins::clear);
  }

  @Override
  public boolean wants(Request request) {
    return request.path().equals(PATH);
  }

  @Override
  public Target target(Request request) {
    String action = request.parameters().getOrDefault("Action", "");
    return new Target("signin", ACTIONS.contains(action) ? action : "");
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    Map<String, String> parameters = request.parameters();
    synchronized (state) {
      return switch (target.action()) {
        case "getSigninToken" -> token(parameters);
        case "login" -> login(parameters);
        default -> throw refusal("The action must be getSigninToken or login");
      };
    }
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    return Response.of(error.status(), Html.TYPE, SigninPage.refusal(error.text()));
  }

  @Override
  public FaultWords faultWords() {
    return FAULT_WORDS;
  }

  private Response token(Map<String, String> parameters) {
    Instant now = clock.instant();
    Caller caller = caller(parameters.getOrDefault("Session", ""), now);
    Temporary session = (Temporary) caller.credential();
    Duration wanted = duration(parameters.get("SessionDuration"), session);
    Instant end = wanted == null ? session.expiration() : now.plus(wanted);
    signins.values().removeIf(signin -> now.isAfter(signin.tokenEnd()));
    String token = state.identifiers().sessionToken();
    signins.put(token, new Signin(caller, now.plus(TOKEN_LIFE), end));
    String body = new Members().text("SigninToken", token).json().print();
    return Response.of(200, "application/json", body);
  }

  /** Credentials of GetSessionToken open no console, and long-term keys neither. */
  private Caller caller(String sessionJson, Instant now) {
    Json.Obj session = session(sessionJson);
    Caller caller = find(text(session, "sessionId"), text(session, "sessionToken"), now);
    boolean right = Hash.same(caller.credential().secretAccessKey(), text(session, "sessionKey"));
    if (!right || !(caller.credential() instanceof Temporary temporary)) {
      throw refusal("The credentials are not valid");
    }
    if (temporary.issuer() == Issuer.GET_SESSION_TOKEN || temporary.issuer() == Issuer.LOGIN) {
      throw refusal("Credentials of a user cannot be used for console sign-in");
    }
    return caller;
  }

  private Caller find(String accessKeyId, String sessionToken, Instant now) {
    try {
      return callers.find(accessKeyId, sessionToken, now);
    } catch (CredentialRefusedException e) {
      throw refusal("The credentials are not valid");
    }
  }

  private static Json.Obj session(String json) {
    try {
      if (Json.parse(json) instanceof Json.Obj session) {
        return session;
      }
    } catch (JsonException e) {
      throw refusal("The session is not JSON");
    }
    throw refusal("The session is not a JSON object");
  }

  private static String text(Json.Obj session, String name) {
    if (session.get(name) instanceof Json.Str text) {
      return text.value();
    }
    throw refusal("The session has no " + name);
  }

  /** Only a role assumed with long-term keys may ask for a duration of its own. */
  private static @Nullable Duration duration(@Nullable String seconds, Temporary session) {
    if (seconds == null) {
      return null;
    }
    if (session.issuer() != Issuer.ASSUME_ROLE || session.chained()) {
      throw refusal("SessionDuration is for roles assumed with long-term credentials only");
    }
    if (!seconds.matches("[0-9]{1,6}")
        || Integer.parseInt(seconds) < 900
        || Integer.parseInt(seconds) > 43_200) {
      throw refusal("SessionDuration must be from 900 to 43200");
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  private Response login(Map<String, String> parameters) {
    Signin signin = signins.get(parameters.getOrDefault("SigninToken", ""));
    if (signin == null || clock.instant().isAfter(signin.tokenEnd())) {
      throw refusal("The sign-in token is not valid, or older than 15 minutes");
    }
    String destination = parameters.getOrDefault("Destination", "");
    if (destination.isEmpty()) {
      throw refusal("The destination is missing");
    }
    String page = SigninPage.of(signin.caller().identity(), signin.sessionEnd(), destination);
    return Response.of(200, Html.TYPE, page);
  }

  private static AwsError refusal(String text) {
    return new AwsError(400, "InvalidRequest", text);
  }
}
