package dev.keyturn.sandbox.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigninEndpointTest {
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";

  private final TestSandbox sandbox = TestSandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_role_signs_in() {
    String page = login(token(role(), "3600")).body();
    assertThat(page)
        .contains("arn:aws:sts::123456789012:assumed-role/admin/s1")
        .contains("<time id=\"until\">2026-11-21T10:00:10Z</time>")
        .contains("https://console.aws.amazon.com/?a=1&amp;b=&lt;");
  }

  @Test
  void a_federated_user_signs_in() {
    TestClient guest = sandbox.as("twin").call("GetFederationToken", "Name", "guest").session();
    assertThat(login(token(guest, "")).body()).contains("federated-user/guest");
  }

  @Test
  void a_federated_user_cannot_ask_for_a_duration() {
    TestClient guest = sandbox.as("twin").call("GetFederationToken", "Name", "guest").session();
    assertThat(signin(guest, "3600").statusCode()).isEqualTo(400);
  }

  @Test
  void a_chained_role_cannot_ask_for_a_duration() {
    TestClient chained = assume(mfaSession());
    assertThat(signin(chained, "3600").statusCode()).isEqualTo(400);
    assertThat(signin(chained, "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"899", "43201", "x", "-1"})
  void a_duration_out_of_range_is_refused(String seconds) {
    assertThat(signin(role(), seconds).statusCode()).isEqualTo(400);
  }

  @Test
  void a_session_of_get_session_token_is_refused() {
    assertThat(signin(mfaSession(), "").statusCode()).isEqualTo(400);
  }

  @Test
  void long_term_keys_are_refused() {
    assertThat(signin(sandbox.as("alice").withToken(""), "").statusCode()).isEqualTo(400);
  }

  @Test
  void a_wrong_secret_is_refused() {
    assertThat(signin(role().withSecret("wrong"), "").statusCode()).isEqualTo(400);
  }

  @Test
  void an_expired_session_is_refused() {
    TestClient role = role();
    sandbox.pass(Duration.ofHours(1));
    assertThat(signin(role, "").statusCode()).isEqualTo(400);
  }

  @Test
  void a_token_is_good_for_15_minutes() {
    String token = token(role(), "");
    sandbox.pass(Duration.ofMinutes(15));
    assertThat(login(token).statusCode()).isEqualTo(200);
    sandbox.pass(Duration.ofSeconds(1));
    assertThat(login(token).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Action=logout", "Action=getSigninToken&Session=x", "Action=login"})
  void anything_else_is_refused(String query) {
    assertThat(get(query).statusCode()).isEqualTo(400);
  }

  @Test
  void another_action_is_not_counted() {
    get("Action=logout");
    get("Action=login");
    assertThat(sandbox.log()).contains("\"Action\":\"login\"").doesNotContain("logout");
  }

  private TestClient role() {
    return sandbox
        .as("alice")
        .call(
            "AssumeRole",
            "RoleArn",
            "arn:aws:iam::123456789012:role/admin",
            "RoleSessionName",
            "s1",
            "SerialNumber",
            DEVICE,
            "TokenCode",
            sandbox.code(DEVICE))
        .session();
  }

  private TestClient mfaSession() {
    return sandbox
        .as("alice")
        .call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", sandbox.code(DEVICE))
        .session();
  }

  private static TestClient assume(TestClient client) {
    return client
        .call(
            "AssumeRole",
            "RoleArn",
            "arn:aws:iam::123456789012:role/admin",
            "RoleSessionName",
            "s1")
        .session();
  }

  private String token(TestClient client, String seconds) {
    Json.Obj answer = (Json.Obj) Json.parse(signin(client, seconds).body());
    return ((Json.Str) Objects.requireNonNull(answer.get("SigninToken"))).value();
  }

  private HttpResponse<String> signin(TestClient client, String seconds) {
    String session =
        new Members()
            .text("sessionId", client.accessKeyId())
            .text("sessionKey", client.secret())
            .text("sessionToken", String.valueOf(client.sessionToken()))
            .json()
            .print();
    String duration = seconds.isEmpty() ? "" : "&SessionDuration=" + seconds;
    return get("Action=getSigninToken" + duration + "&Session=" + encode(session));
  }

  private HttpResponse<String> login(String token) {
    return get(
        "Action=login&Issuer=test&Destination="
            + encode("https://console.aws.amazon.com/?a=1&b=<")
            + "&SigninToken="
            + encode(token));
  }

  private HttpResponse<String> get(String query) {
    return sandbox.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/federation?" + query)).build());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
