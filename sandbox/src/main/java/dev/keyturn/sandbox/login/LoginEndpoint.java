package dev.keyturn.sandbox.login;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.credential.Caller;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.credential.Credential.Issuer;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.Html;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.login.DpopProof.InvalidProofException;
import dev.keyturn.sandbox.login.LoginSessions.Signin;
import dev.keyturn.sandbox.login.LoginSessions.Wish;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/authorize}, where a person signs in, and {@code /v1/token}, where a tool gets
 * credentials: OAuth 2.0 with PKCE (RFC 7636) and tokens bound to a key by DPoP (RFC 9449). Safe
 * for use by several threads.
 */
public final class LoginEndpoint implements Endpoint {
  private static final String AUTHORIZE = "/v1/authorize";
  private static final String TOKEN = "/v1/token";
  private static final String CROSS_DEVICE = "arn:aws:signin:::devtools/cross-device";
  private static final List<String> CLIENTS =
      List.of("arn:aws:signin:::devtools/same-device", CROSS_DEVICE);

  /** Whoever else is named in a redirect would get the code. */
  private static final Pattern LOCAL =
      Pattern.compile("http://127\\.0\\.0\\.1:[0-9]{1,5}(/[!-~&&[^?#]]*)?");

  private static final Duration CREDENTIAL_LIFE = Duration.ofMinutes(15);
  private static final FaultWords FAULT_WORDS =
      new FaultWords(
          new AwsError(429, "INVALID_REQUEST", "Rate exceeded"),
          new AwsError(500, "server_error", "Internal failure"),
          new AwsError(503, "server_error", "Service unavailable"),
          LoginSessions.denied("TOKEN_EXPIRED", "The refresh token is expired"));

  private final State state;
  private final Callers callers;
  private final Call.Authorizer authorizer;
  private final SandboxClock clock;
  private final PasswordCheck passwords;
  private final LoginSessions sessions = new LoginSessions();
  private @Nullable IdToken idTokens;

  public LoginEndpoint(
      State state, Callers callers, Call.Authorizer authorizer, SandboxClock clock) {
    this.state = state;
    this.callers = callers;
    this.authorizer = authorizer;
    this.clock = clock;
    this.passwords = new PasswordCheck(state);
    state.whenReplaced(sessions::forget);
  }

  @Override
  public boolean wants(Request request) {
    return request.path().equals(AUTHORIZE) || request.path().equals(TOKEN);
  }

  @Override
  public Target target(Request request) {
    return new Target("signin", isToken(request) ? "CreateOAuth2Token" : "AuthorizeOAuth2Access");
  }

  private static boolean isToken(Request request) {
    return request.path().equals(TOKEN);
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    synchronized (state) {
      return isToken(request) ? token(request) : authorize(request);
    }
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    if (!isToken(request)) {
      return Response.of(error.status(), Html.TYPE, LoginPage.refusal(error.text()));
    }
    Json body = new Members().text("error", error.code()).text("message", error.text()).json();
    return Response.of(error.status(), "application/json", body.print())
        .with("x-amzn-ErrorType", type(error))
        .with("x-amzn-RequestId", requestId);
  }

  /** The exception of the service model that has this error code. */
  private static String type(AwsError error) {
    return switch (error.code()) {
      case "INVALID_REQUEST" ->
          error.status() == 429 ? "TooManyRequestsError" : "ValidationException";
      case "server_error" -> "InternalServerException";
      default -> "AccessDeniedException";
    };
  }

  @Override
  public FaultWords faultWords() {
    return FAULT_WORDS;
  }

  private Response authorize(Request request) {
    Wish wish = wish(request);
    if (!request.method().equals("POST")) {
      return form(200, "");
    }
    Parameters form = new Parameters(request.parameters());
    Instant now = clock.instant();
    Signin signin;
    try {
      signin = passwords.signin(form, now);
    } catch (AwsError e) {
      return form(e.status(), e.text());
    }
    authorize(signin, "signin:AuthorizeOAuth2Access", wish.clientId(), request);
    String code = sessions.issueCode(wish, signin, state.identifiers());
    String answer =
        "code="
            + code
            + "&state="
            + URLEncoder.encode(form.text("state", ""), StandardCharsets.UTF_8);
    if (wish.clientId().equals(CROSS_DEVICE)) {
      String copied = Base64.getEncoder().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
      return Response.of(200, Html.TYPE, LoginPage.code(copied));
    }
    return Response.of(302, Html.TYPE, "").with("Location", wish.redirectUri() + "?" + answer);
  }

  private Response form(int status, String problem) {
    String account = state.accounts().isEmpty() ? "" : state.accounts().get(0).id();
    return Response.of(status, Html.TYPE, LoginPage.form(account, problem));
  }

  private static Wish wish(Request request) {
    Parameters query = new Parameters(request.parameters());
    require(query, "client_id", CLIENTS);
    require(query, "response_type", List.of("code"));
    require(query, "code_challenge_method", List.of("SHA-256"));
    require(query, "scope", List.of("openid"));
    String clientId = query.text("client_id", "");
    String redirect = query.text("redirect_uri", "");
    if (!clientId.equals(CROSS_DEVICE) && !LOCAL.matcher(redirect).matches()) {
      throw LoginSessions.invalid("The redirect URI must be http://127.0.0.1:PORT with a path");
    }
    return new Wish(clientId, redirect, query.text("code_challenge", ""));
  }

  private static void require(Parameters query, String name, List<String> values) {
    if (!values.contains(query.text(name, ""))) {
      throw LoginSessions.invalid(
          "The parameter " + name + " must be " + String.join(" or ", values));
    }
  }

  private Response token(Request request) {
    Instant now = clock.instant();
    TokenRequest wanted = TokenRequest.parse(new String(request.body(), StandardCharsets.UTF_8));
    DpopProof proof = proof(request);
    sessions.acceptProof(proof, url(request), now, clock.advanced());
    boolean first = wanted.grantType().equals("authorization_code");
    Signin signin =
        first
            ? sessions.redeem(wanted.code(), wish(wanted), now)
            : sessions.refresh(wanted.refreshToken(), wanted.clientId(), proof.thumbprint(), now);
    authorize(signin, "signin:CreateOAuth2Token", wanted.clientId(), request);
    Temporary credential = credential(signin, now);
    callers.issue(signin.user(), credential);
    Members answer =
        new Members()
            .jsonIf("accessToken", accessToken(credential))
            .text("tokenType", "aws_sigv4")
            .number(
                "expiresIn",
                Duration.between(credential.issued(), credential.expiration()).toSeconds())
            .text(
                "refreshToken",
                sessions.issueRefreshToken(
                    signin, wanted.clientId(), proof.thumbprint(), state.identifiers()));
    if (first) {
      answer.text(
          "idToken",
          idTokens().of(signin.user().arn(), wanted.clientId(), now, credential.expiration()));
    }
    return Response.of(200, "application/json", answer.json().print());
  }

  private static DpopProof proof(Request request) {
    try {
      return DpopProof.parse(request.header("DPoP"));
    } catch (InvalidProofException e) {
      throw LoginSessions.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static String url(Request request) {
    return (request.secure() ? "https://" : "http://") + request.header("Host") + TOKEN;
  }

  private static Wish wish(TokenRequest wanted) {
    byte[] verifier = wanted.codeVerifier().getBytes(StandardCharsets.US_ASCII);
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Hash.sha256Bytes(verifier));
    return new Wish(wanted.clientId(), wanted.redirectUri(), challenge);
  }

  private Temporary credential(Signin signin, Instant time) {
    Identifiers identifiers = state.identifiers();
    Instant now = time.truncatedTo(ChronoUnit.SECONDS);
    Duration life = state.settings().sessionLife();
    return new Temporary(
        identifiers.temporaryAccessKeyId(),
        identifiers.secretAccessKey(),
        identifiers.sessionToken(),
        Issuer.LOGIN,
        now,
        now.plus(life == null ? CREDENTIAL_LIFE : life),
        signin.mfa() ? signin.time() : null,
        false,
        List.of(),
        null,
        List.of(),
        List.of());
  }

  private static Json accessToken(Temporary credential) {
    return new Members()
        .text("accessKeyId", credential.accessKeyId())
        .text("secretAccessKey", credential.secretAccessKey())
        .text("sessionToken", credential.sessionToken())
        .json();
  }

  /** Passes when the user's policies allow to sign in for tools. */
  private void authorize(Signin signin, String action, String clientId, Request request) {
    Caller caller = new Caller(signin.user(), credential(signin, clock.instant()));
    Call call =
        new Call(
            Parameters.none(),
            caller,
            state,
            clock.instant(),
            "us-east-1",
            request.sourceAddress(),
            request.secure(),
            authorizer);
    String client = clientId.equals(CROSS_DEVICE) ? "remote" : "localhost";
    String resource =
        "arn:%s:signin:us-east-1:%s:oauth2/public-client/%s"
            .formatted(caller.account().partition(), caller.account().id(), client);
    try {
      call.authorize(action, resource);
    } catch (AwsError e) {
      throw LoginSessions.denied("INSUFFICIENT_PERMISSIONS", e.text());
    }
  }

  private IdToken idTokens() {
    if (idTokens == null) {
      idTokens = new IdToken();
    }
    return idTokens;
  }
}
