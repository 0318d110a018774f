package dev.keyturn.sandbox.login;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.login.Tool.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sign-in for development tools.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/signin/latest/APIReference/API_CreateOAuth2Token.html">AWS
 *     Sign-In API reference, CreateOAuth2Token</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449">RFC 9449, DPoP</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636, PKCE</a>
 */
class LoginEndpointTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[
        {"UserName":"alice","MFADevices":[{}],"LoginProfile":{"Password":"alices"},"Policies":[
          {"PolicyName":"mfa","PolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"signin:*","Resource":"*"},
            {"Effect":"Allow","Action":["iam:ListUsers","sts:*"],"Resource":"*",
             "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}}]},
        {"UserName":"bob","LoginProfile":{"Password":"bobs"},"AttachedManagedPolicies":[
          {"PolicyArn":"arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess"}]},
        {"UserName":"carol","LoginProfile":{"Password":"carols"}},
        {"UserName":"pat","LoginProfile":{"Password":"pats"},"MFADevices":[
          {"SerialNumber":"arn:aws:iam::123456789012:u2f/user/pat/phone-EXAMPLE"}],
         "AttachedManagedPolicies":[
          {"PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}]}]}
      """;

  private final TestSandbox sandbox = TestSandbox.start(STATE);
  private final Tool tool = new Tool(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Answer alice() {
    return tool.signIn("user", "alice", "password", "alices", "mfa", sandbox.code(DEVICE));
  }

  private Answer bob() {
    return tool.signIn("user", "bob", "password", "bobs");
  }

  @Test
  void the_browser_gets_a_form() {
    HttpResponse<String> page =
        sandbox.send(HttpRequest.newBuilder(URI.create(tool.authorizeUrl())).build());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<input name=\"password\" type=\"password\">");
  }

  @Test
  void password_and_code_give_credentials_of_fifteen_minutes_with_mfa() {
    Answer answer = alice();
    assertThat(answer.text("tokenType")).isEqualTo("aws_sigv4");
    assertThat(answer.json().get("expiresIn")).hasToString("Num[value=900]");
    TestClient client = tool.client(answer);
    assertThat(client.call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:iam::123456789012:user/alice");
    assertThat(client.call("ListUsers").status()).isEqualTo(200);
    sandbox.pass(Duration.ofMinutes(15));
    assertThat(client.call("GetCallerIdentity").outcome()).startsWith("403 ExpiredToken");
  }

  @Test
  void the_identity_token_names_the_user() {
    String[] parts = alice().text("idToken").split("\\.", -1);
    assertThat(parts).hasSize(3);
    Json.Obj payload =
        (Json.Obj)
            Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    assertThat(payload.get("sub")).isEqualTo(new Json.Str("arn:aws:iam::123456789012:user/alice"));
    assertThat(payload.get("aud")).isEqualTo(new Json.Str(Tool.SAME_DEVICE));
  }

  @Test
  void a_wrong_password_or_code_shows_the_form_again() {
    assertThat(tool.submit("user", "alice", "password", "wrong").body())
        .contains("Your authentication information is incorrect");
    HttpResponse<String> page = tool.submit("user", "alice", "password", "alices", "mfa", "000000");
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("The MFA code is missing or incorrect");
  }

  @Test
  void a_code_of_a_device_counts_once_here_too() {
    alice();
    assertThat(
            tool.submit("user", "alice", "password", "alices", "mfa", sandbox.code(DEVICE))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_user_of_a_passkey_alone_can_sign_in() {
    Answer answer = tool.signIn("user", "pat", "password", "pats", "mfa", "passkey");
    assertThat(tool.client(answer).call("ListUsers").status()).isEqualTo(200);
  }

  @Test
  void session_rules_are_those_of_temporary_credentials() {
    TestClient client = tool.client(alice());
    assertThat(client.call("GetSessionToken").outcome())
        .isEqualTo("403 AccessDenied: Cannot call GetSessionToken with session credentials");
  }

  @Test
  void without_the_permission_nobody_signs_in() {
    assertThat(tool.submit("user", "carol", "password", "carols").body())
        .contains("not authorized to perform: signin:AuthorizeOAuth2Access");
  }

  @Test
  void a_permission_that_is_taken_away_ends_the_refreshing() {
    Answer answer = bob();
    var bob = requireNonNull(sandbox.state().accounts().get(0).user("bob"));
    bob.attachedPolicies().clear();
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome())
        .isEqualTo("400 AccessDeniedException INSUFFICIENT_PERMISSIONS");
  }

  @Test
  void an_authorization_code_is_used_once_and_ends_after_five_minutes() {
    String code = tool.code("user", "bob", "password", "bobs");
    assertThat(tool.token(tool.redemption(code)).outcome()).isEqualTo("200");
    assertThat(tool.token(tool.redemption(code)).outcome())
        .isEqualTo("400 AccessDeniedException AUTHCODE_EXPIRED");
    String late = tool.code("user", "bob", "password", "bobs");
    sandbox.pass(Duration.ofSeconds(301));
    assertThat(tool.token(tool.redemption(late)).outcome())
        .isEqualTo("400 AccessDeniedException AUTHCODE_EXPIRED");
  }

  @Test
  void a_code_is_for_the_verifier_the_redirect_and_the_client_it_was_made_for() {
    for (String member : new String[] {tool.verifier, Tool.REDIRECT, "same-device"}) {
      String code = tool.code("user", "bob", "password", "bobs");
      String changed = tool.redemption(code).replace(member, member + "x");
      assertThat(tool.token(changed).outcome())
          .isEqualTo("400 ValidationException INVALID_REQUEST");
    }
  }

  @Test
  void a_refresh_gives_another_refresh_token_and_the_old_one_is_void() {
    Answer first = bob();
    sandbox.pass(Duration.ofMinutes(12));
    Answer second = tool.token(tool.refresh(first.refreshToken()));
    assertThat(second.outcome()).isEqualTo("200");
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(second.json().get("idToken")).isNull();
    assertThat(tool.client(second).call("GetCallerIdentity").status()).isEqualTo(200);
    assertThat(tool.token(tool.refresh(first.refreshToken())).outcome())
        .isEqualTo("400 AccessDeniedException TOKEN_EXPIRED");
    assertThat(tool.token(tool.refresh(second.refreshToken())).outcome()).isEqualTo("200");
  }

  @Test
  void a_session_ends_twelve_hours_after_the_sign_in() {
    Answer answer = bob();
    sandbox.pass(Duration.ofHours(12));
    answer = tool.token(tool.refresh(answer.refreshToken()));
    assertThat(answer.outcome()).isEqualTo("200");
    sandbox.pass(Duration.ofSeconds(1));
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome())
        .isEqualTo("400 AccessDeniedException TOKEN_EXPIRED");
  }

  @Test
  void a_changed_password_ends_the_session() {
    Answer answer = tool.signIn("user", "pat", "password", "pats", "mfa", "passkey");
    sandbox.pass(Duration.ofSeconds(1));
    tool.client(answer)
        .call("UpdateLoginProfile", "UserName", "pat", "Password", "Correct-Horse-1");
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome())
        .isEqualTo("400 AccessDeniedException USER_CREDENTIALS_CHANGED");
  }

  @Test
  void a_proof_is_for_this_request_now_and_once() {
    Answer answer = bob();
    String body = tool.refresh(answer.refreshToken());
    String url = sandbox.url() + "/v1/token";
    String refused = "400 ValidationException INVALID_REQUEST";
    assertThat(tool.token(body, "").outcome()).isEqualTo(refused);
    assertThat(tool.token(body, tool.proof("GET", url, sandbox.now())).outcome())
        .isEqualTo(refused);
    assertThat(tool.token(body, tool.proof("POST", url + "x", sandbox.now())).outcome())
        .isEqualTo(refused);
    assertThat(tool.token(body, tool.proof("POST", url, sandbox.now().minusSeconds(301))).outcome())
        .isEqualTo(refused);
    String proof = tool.proof("POST", url, sandbox.now());
    assertThat(tool.token(body, proof.substring(0, proof.length() - 4) + "AAAA").outcome())
        .isEqualTo(refused);
    Answer next = tool.token(body, proof);
    assertThat(next.outcome()).isEqualTo("200");
    assertThat(tool.token(tool.refresh(next.refreshToken()), proof).outcome()).isEqualTo(refused);
  }

  @Test
  void a_refresh_token_is_bound_to_the_key() {
    Answer answer = bob();
    assertThat(new Tool(sandbox).token(tool.refresh(answer.refreshToken())).outcome())
        .isEqualTo("400 ValidationException INVALID_REQUEST");
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome()).isEqualTo("200");
  }

  @Test
  void a_tool_on_another_device_gets_its_code_by_hand() {
    tool.clientId = Tool.CROSS_DEVICE;
    tool.redirect = sandbox.url() + "/v1/sessions/confirmation";
    String page = tool.submit("user", "bob", "password", "bobs").body();
    String copied = page.replaceFirst("(?s).*<code id=\"code\">([^<]*)<.*", "$1");
    String decoded = new String(Base64.getDecoder().decode(copied), StandardCharsets.UTF_8);
    assertThat(decoded).endsWith("&state=" + Tool.STATE);
    String code = decoded.replaceFirst("code=", "").replaceFirst("&.*", "");
    assertThat(tool.token(tool.redemption(code)).outcome()).isEqualTo("200");
  }

  @Test
  void a_request_that_is_not_one_is_refused() {
    String refused = "400 ValidationException INVALID_REQUEST";
    assertThat(tool.token("{").outcome()).isEqualTo(refused);
    assertThat(tool.token("{\"clientId\":\"x\",\"grantType\":\"password\"}").outcome())
        .isEqualTo(refused);
    tool.redirect = "https://example.com/callback";
    assertThat(tool.submit("user", "bob", "password", "bobs").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:80@example.com/callback",
        "http://127.0.0.1:x/callback",
        "http://127.0.0.1:80/callback?next=x",
        "http://127.0.0.1:80\\example.com/"
      })
  void a_redirect_goes_to_this_computer_only(String redirect) {
    tool.redirect = redirect;
    assertThat(tool.submit("user", "bob", "password", "bobs").statusCode()).isEqualTo(400);
  }

  @Test
  void a_refusal_names_the_parameter() {
    URI url = URI.create(tool.authorizeUrl().replace("SHA-256", "plain"));
    HttpResponse<String> page = sandbox.send(HttpRequest.newBuilder(url).build());
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("The parameter code_challenge_method must be SHA-256");
  }

  @Test
  void the_state_of_the_tool_comes_back_as_it_was() {
    URI sent = URI.create(tool.authorizeUrl().replace(Tool.STATE, "a%26b%3Dc+d"));
    HttpResponse<String> answer =
        sandbox.send(
            HttpRequest.newBuilder(sent)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "account=123456789012&user=bob&password=bobs"))
                .build());
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("&state=a%26b%3Dc+d");
  }

  @Test
  void a_proof_from_a_time_beyond_all_calendars_is_refused() {
    String url = sandbox.url() + "/v1/token";
    String body = tool.refresh(bob().refreshToken());
    String proof = tool.proof("POST", url, Long.MAX_VALUE, "id");
    assertThat(tool.token(body, proof).outcome())
        .isEqualTo("400 ValidationException INVALID_REQUEST");
  }

  /** The clock of the tool does not move with that of the sandbox. */
  @Test
  void a_session_can_be_renewed_after_the_sandbox_let_time_pass() {
    Answer answer = bob();
    sandbox.control("{\"AdvanceClockSeconds\":1200}");
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome()).isEqualTo("200");
  }

  @Test
  void faults_are_worded_as_sign_in_does() {
    Answer answer = bob();
    sandbox.control(
        "{\"Faults\":[{\"Action\":\"CreateOAuth2Token\",\"Times\":1,\"Kind\":\"throttle\"}]}");
    assertThat(tool.token(tool.refresh(answer.refreshToken())).outcome())
        .isEqualTo("429 TooManyRequestsError INVALID_REQUEST");
  }
}
