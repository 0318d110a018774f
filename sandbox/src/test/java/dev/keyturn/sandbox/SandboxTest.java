package dev.keyturn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.sandbox.clients.SessionProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** The public API, used as a test of another project uses it, with the SDK for Java as client. */
class SandboxTest {
  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_program_gets_a_session_with_a_code() {
    Credentials session = program("alice").session(sandbox.code("alice"));
    assertThat(SessionProgram.arn(sandbox, session)).isEqualTo(sandbox.user("alice").arn());
    assertThat(sandbox.requests("GetSessionToken")).isOne();
  }

  @Test
  void each_code_is_another_until_those_of_the_moment_are_used_up() {
    for (int i = 0; i < 3; i++) {
      program("alice").session(sandbox.code("alice"));
    }
    // Where the clock stepped on in between, one more is accepted.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          program("alice").session(sandbox.code("alice"));
          sandbox.code("alice");
        })
        .withMessageContaining("advance the clock by 30 seconds");
    sandbox.advance(Duration.ofSeconds(60));
    program("alice").session(sandbox.code("alice"));
  }

  @Test
  void a_session_ends_when_its_time_has_passed_though_clients_have_another_clock() {
    Credentials session = program("alice").session(sandbox.code("alice"));
    sandbox.advance(Duration.ofHours(13));
    assertThatThrownBy(() -> SessionProgram.arn(sandbox, session))
        .isInstanceOf(StsException.class)
        .hasMessageContaining("The security token included in the request is expired");
    program("alice").session(sandbox.code("alice"));
  }

  @Test
  void a_reset_leads_back_to_the_first_state() {
    SandboxUser alice = sandbox.user("alice");
    Credentials session = program("alice").session(sandbox.code("alice"));
    sandbox.addUser("{\"UserName\":\"carol\"}");
    sandbox.addAccessKey("alice");
    sandbox.change("{\"Faults\":[{\"Kind\":\"throttle\"}]}");
    sandbox.advance(Duration.ofDays(1));

    sandbox.reset();
    assertThat(sandbox.user("alice")).isEqualTo(alice);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.user("carol"))
        .withMessage("no user carol");
    assertThatThrownBy(() -> SessionProgram.arn(sandbox, session))
        .hasMessageContaining("The security token included in the request is invalid");
    assertThat(Duration.between(java.time.Instant.now(), sandbox.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    program("alice").session(sandbox.code("alice"));
    assertThat(sandbox.requests("GetSessionToken")).isOne();
  }

  @Test
  void a_reset_leads_back_to_the_first_faults() {
    String state = "{\"Faults\":[{\"Action\":\"GetCallerIdentity\",\"Times\":4,\"Kind\":\"500\"}]}";
    try (Sandbox faulty = Sandbox.start(state)) {
      faulty.change("{\"ClearFaults\":true}");
      SessionProgram.of(faulty, "alice").identity();
      faulty.reset();
      assertThatThrownBy(() -> SessionProgram.of(faulty, "alice").identity())
          .isInstanceOf(StsException.class)
          .hasMessageContaining("Status Code: 500");
    }
  }

  @Test
  void users_keys_and_devices_are_added() {
    SandboxUser carol =
        sandbox.addUser(
            "{\"UserName\":\"carol\",\"MFADevices\":[{\"SerialNumber\":\"GAHT00000001\"}]}");
    assertThat(carol.arn()).isEqualTo("arn:aws:iam::123456789012:user/carol");
    assertThat(carol.accessKeys()).hasSize(1);
    assertThat(carol.serialNumbers()).containsExactly("GAHT00000001");

    SandboxKey second = sandbox.addAccessKey("carol");
    String first = sandbox.addDevice("carol");
    assertThat(sandbox.addDevice("carol"))
        .isEqualTo("arn:aws:iam::123456789012:mfa/carol-2")
        .isNotEqualTo(first);
    assertThat(sandbox.user("carol").accessKeys()).containsExactly(carol.accessKey(), second);
    assertThat(second.toString()).doesNotContain(second.secretAccessKey());
    SessionProgram program = new SessionProgram(sandbox, second, first);
    program.session(sandbox.code(first));
  }

  @Test
  void what_cannot_be_added_is_named_and_nothing_is_added() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.addUser("{\"UserName\":\"alice\"}"))
        .withMessage("AddUsers[0]: a second user alice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.addUser("{\"UserNme\":\"carol\"}"))
        .withMessageStartingWith(
            "AddUsers[0].UserNme: unknown member; known members are UserName,");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            sandbox.addUser(
                "{\"UserName\":\"carol\",\"MFADevices\":[{}],\"GroupList\":[\"nobody\"]}"))
        .withMessage("AddUsers[0].GroupList: no group nobody");
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.user("carol"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.code("arn:aws:iam::123456789012:mfa/carol"));
    sandbox.addAccessKey("newcomer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.addAccessKey("newcomer"))
        .withMessage("AddAccessKeys[0]: user newcomer has two access keys already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.addDevice("nobody"))
        .withMessageContaining("no user nobody in account 123456789012");
  }

  @Test
  void a_code_that_nobody_can_know_is_refused_with_the_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.code("passkey"))
        .withMessage("the codes of passkey are unknown: its device has no seed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.code("newcomer"))
        .withMessage("user newcomer has no MFA device");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.code("nobody"))
        .withMessageStartingWith("no user or MFA device nobody; users: alice, ");
  }

  @Test
  void a_wrong_state_is_named_with_its_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sandbox.start("{\n\"Acounts\": []}"))
        .withMessageStartingWith("line 2, Acounts: unknown member");
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.advance(Duration.ofSeconds(-1)));
  }

  @Test
  void other_programs_ask_the_control_url_for_a_code() throws Exception {
    program("alice").session(control("code/alice").body().strip());
  }

  @Test
  void other_programs_get_a_key_as_the_file_that_aws_offers() throws Exception {
    SandboxKey key = sandbox.user("newcomer").accessKey();
    assertThat(control("csv/newcomer").body())
        .isEqualTo(
            "User Name,Access key ID,Secret access key\r\nnewcomer,"
                + key.accessKeyId()
                + ","
                + key.secretAccessKey()
                + "\r\n");
    HttpResponse<String> refused = control("csv/nobody");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("no user nobody; users: alice, newcomer");
  }

  private HttpResponse<String> control(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path))
            .header("Authorization", "Bearer " + sandbox.controlToken())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private SessionProgram program(String user) {
    return SessionProgram.of(sandbox, user);
  }
}
