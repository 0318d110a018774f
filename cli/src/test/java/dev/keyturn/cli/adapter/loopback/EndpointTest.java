package dev.keyturn.cli.adapter.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.adapter.loopback.RawHttp.Response;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Running;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FailureException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two forms of endpoint answer to anyone who may ask. */
class EndpointTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds: ";

  private final ServedSample served = new ServedSample();
  private Instant now = NOON;
  private @Nullable Running running;

  private RawHttp start(Set<Form> forms, boolean withoutToken, @Nullable String log) {
    Settings settings = new Settings(0, forms, withoutToken, false, log, "admin", "eu-west-1");
    InstantSource clock = () -> now;
    running = new LoopbackEndpoint(new SecureRandom(), clock).start(settings, served);
    return new RawHttp(running.url());
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
  }

  private RawHttp container() {
    return start(EnumSet.of(Form.CONTAINER), false, null);
  }

  private RawHttp instance() {
    return start(EnumSet.of(Form.INSTANCE), false, null);
  }

  private Response get(RawHttp http, String path) {
    String token = running == null ? "" : running.token().reveal(Reveal.HAND_OVER);
    return http.send(
        "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:PORT", "Authorization: " + token);
  }

  private static Response metadata(RawHttp http, String path, String token) {
    return http.send(
        "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:PORT", "X-aws-ec2-metadata-token: " + token);
  }

  private static Response token(RawHttp http, String ttl) {
    return http.send(
        "PUT /latest/api/token HTTP/1.1", "Host: localhost:PORT", TTL + ttl, "Content-Length: 0");
  }

  @Test
  void a_container_gets_the_document_of_a_containers_agent() {
    Response response = get(container(), "/");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.head()).containsIgnoringCase("Content-Type: application/json");
    assertThat(response.head()).containsIgnoringCase("Cache-Control: no-store");
    assertThat(response.body())
        .isEqualTo(
            "{\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\","
                + "\"SecretAccessKey\":\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\","
                + "\"Token\":\"IQoJb3JpZ2luX2IQ\",\"Expiration\":\"2026-11-21T13:00:00Z\","
                + "\"AccountId\":\"123456789012\","
                + "\"RoleArn\":\"arn:aws:iam::123456789012:role/admin\"}");
  }

  @Test
  void names_and_arns_are_taken_from_the_path_decoded() {
    RawHttp http = container();
    get(http, "/profile/a%2Fb+c%20d%C3%A9");
    assertThat(served.asked).isEqualTo("profile a/b+c dé");
    get(http, "/role-arn/arn:aws:iam::123456789012:role/team/admin");
    assertThat(served.asked).isEqualTo("role arn:aws:iam::123456789012:role/team/admin");
  }

  @Test
  void what_a_token_does_not_open_is_forbidden() {
    Response response = get(container(), "/profile/other");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo("{\"code\":\"Forbidden\",\"message\":\"this token opens 'admin' only\"}");
  }

  @Test
  void a_refusal_says_what_to_run_and_whether_to_ask_again() {
    RawHttp http = container();
    served.answer =
        new Served.Denied("no-terminal", "a code is needed; keyturn login admin", false);
    Response needed = get(http, "/");
    served.answer = new Served.Denied("unreachable", "cannot reach AWS", true);
    Response unreachable = get(http, "/");
    assertThat(needed.status()).isEqualTo(403);
    assertThat(needed.body())
        .isEqualTo(
            "{\"code\":\"no-terminal\",\"message\":\"a code is needed; keyturn login admin\"}");
    assertThat(unreachable.status()).isEqualTo(503);
  }

  @Test
  void the_same_port_answers_on_both_loopback_addresses() throws Exception {
    RawHttp http = container();
    Response response =
        new RawHttp("::1", http.port()).send("GET /healthz HTTP/1.1", "Host: [::1]:PORT");
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void its_health_depends_on_a_session() {
    RawHttp http = container();
    Response well = http.send("GET /healthz HTTP/1.1", "Host: 127.0.0.1:PORT");
    served.answer = new Served.Denied("no-terminal", "a code is needed", false);
    Response ill = http.send("GET /healthz HTTP/1.1", "Host: 127.0.0.1:PORT");
    assertThat(well.status()).isEqualTo(200);
    assertThat(well.body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(ill.status()).isEqualTo(503);
    assertThat(ill.body()).isEqualTo("{\"status\":\"no session\"}");
  }

  @Test
  void a_port_that_is_taken_is_reported() {
    RawHttp http = container();
    Settings same =
        new Settings(
            http.port(), EnumSet.of(Form.CONTAINER), false, false, null, "admin", "eu-west-1");
    assertThatThrownBy(
            () -> new LoopbackEndpoint(new SecureRandom(), () -> NOON).start(same, served))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void metadata_opens_with_a_token_of_its_own() {
    RawHttp http = instance();
    Response token = token(http, "21600");
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.head()).containsIgnoringCase("X-aws-ec2-metadata-token-ttl-seconds: 21600");
    assertThat(token.head()).containsIgnoringCase("Server: EC2ws");
    String path = "/latest/meta-data/iam/security-credentials/";
    assertThat(metadata(http, path, token.body()).body()).isEqualTo("admin");
    assertThat(metadata(http, path + "admin", token.body()).body())
        .isEqualTo(
            "{\"Code\":\"Success\",\"LastUpdated\":\"2026-11-21T12:00:00Z\",\"Type\":\"AWS-HMAC\","
                + "\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\","
                + "\"SecretAccessKey\":\"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\","
                + "\"Token\":\"IQoJb3JpZ2luX2IQ\",\"Expiration\":\"2026-11-21T13:00:00Z\"}");
    assertThat(metadata(http, path + "other", token.body()).status()).isEqualTo(404);
  }

  @Test
  void a_path_that_begins_with_two_slashes_is_the_same() {
    RawHttp http = instance();
    String token = token(http, "60").body();
    assertThat(metadata(http, "//latest/meta-data/placement/region", token).body())
        .isEqualTo("eu-west-1");
  }

  @Test
  void a_metadata_token_ends_when_it_was_to_end() {
    RawHttp http = instance();
    String token = token(http, "60").body();
    now = NOON.plusSeconds(59);
    assertThat(metadata(http, "/latest/meta-data/placement/region", token).status()).isEqualTo(200);
    now = NOON.plusSeconds(60);
    assertThat(metadata(http, "/latest/meta-data/placement/region", token).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/latest/ | dynamic,meta-data",
        "/latest/meta-data/ | iam/,instance-id,placement/",
        "/latest/meta-data/iam/ | info,security-credentials/",
        "/latest/meta-data/instance-id | i-00000000000000000",
        "/latest/meta-data/instance-id/ | i-00000000000000000",
        "/latest/meta-data/placement/ | availability-zone,region",
        "/latest/meta-data/placement/region | eu-west-1",
        "/latest/meta-data/placement/availability-zone | eu-west-1a",
        "/latest/meta-data/placement/availability-zone/ | eu-west-1a",
        "/latest/dynamic/ | instance-identity/",
        "/latest/dynamic/instance-identity/ | document"
      })
  void metadata_says_what_can_be_said_of_this_machine(String path, String lines) {
    RawHttp http = instance();
    Response response = metadata(http, path, token(http, "60").body());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.head()).containsIgnoringCase("Content-Type: text/plain");
    assertThat(response.body()).isEqualTo(lines.replace(',', '\n'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ami-id", "iam/info/x", "user-data", "iam/security-credentials/other"})
  void unknown_metadata_is_not_found(String path) {
    RawHttp http = instance();
    assertThat(metadata(http, "/latest/meta-data/" + path, token(http, "60").body()).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/latest/meta-data/iam/info", "/latest/meta-data/iam/info/"})
  void metadata_names_an_instance_profile_of_the_account(String path) {
    RawHttp http = instance();
    String token = token(http, "60").body();
    assertThat(metadata(http, path, token).body())
        .isEqualTo(
            "{\"Code\":\"Success\",\"LastUpdated\":\"2026-11-21T12:00:00Z\","
                + "\"InstanceProfileArn\":\"arn:aws:iam::123456789012:instance-profile/admin\","
                + "\"InstanceProfileId\":\"AIPAAAAAAAAAAAAAAAAAA\"}");
    assertThat(http.send("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:PORT").status())
        .isEqualTo(401);
  }

  @Test
  void without_a_session_metadata_names_no_instance_profile() {
    RawHttp http = instance();
    served.answer = new Served.Denied("no-terminal", "a code is needed", false);
    assertThat(metadata(http, "/latest/meta-data/iam/info", token(http, "60").body()).status())
        .isEqualTo(404);
  }

  @Test
  void the_identity_document_has_the_members_of_ec2s() {
    RawHttp http = instance();
    assertThat(
            metadata(http, "/latest/dynamic/instance-identity/document", token(http, "60").body())
                .body())
        .isEqualTo(
            "{\"accountId\":\"123456789012\",\"architecture\":null,"
                + "\"availabilityZone\":\"eu-west-1a\",\"billingProducts\":null,"
                + "\"devpayProductCodes\":null,\"marketplaceProductCodes\":null,"
                + "\"imageId\":null,\"instanceId\":\"i-00000000000000000\","
                + "\"instanceType\":null,\"kernelId\":null,\"pendingTime\":null,"
                + "\"privateIp\":\"127.0.0.1\",\"ramdiskId\":null,"
                + "\"region\":\"eu-west-1\",\"version\":\"2017-09-30\"}");
  }

  @Test
  void version_1_is_off_unless_asked_for() {
    String path = "/latest/meta-data/iam/security-credentials/admin";
    assertThat(get(instance(), path).status()).isEqualTo(401);
    stop();
    assertThat(get(start(EnumSet.of(Form.INSTANCE), true, null), path).status()).isEqualTo(200);
  }

  @Test
  void a_metadata_token_comes_by_put_alone() {
    RawHttp http = instance();
    Response response = get(http, "/latest/api/token");
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.head()).contains("Allow: PUT");
  }

  @Test
  void only_the_paths_of_the_served_form_are_answered() {
    assertThat(get(instance(), "/").status()).isEqualTo(404);
    stop();
    assertThat(token(container(), "60").status()).isEqualTo(401);
  }

  @Test
  void the_log_says_what_was_asked_and_nothing_that_was_sent(@TempDir Path folder)
      throws Exception {
    Path log = folder.resolve("log");
    RawHttp http = start(EnumSet.of(Form.CONTAINER), false, log.toString());
    String token = running == null ? "" : running.token().reveal(Reveal.HAND_OVER);
    get(http, "/");
    get(http, "/" + token + "?" + token);
    get(http, "/profile/" + token);
    stop();
    assertThat(Files.readAllLines(log)).hasSize(3);
    assertThat(Files.readString(log))
        .contains("\"route\":\"/\",\"status\":200", "\"route\":\"(other)\",\"status\":404")
        .doesNotContain(token, "ASIA", "wJalr", "IQoJ");
  }

  @Test
  void its_address_is_loopback_and_its_token_is_new_each_time() {
    container();
    Running first = Objects.requireNonNull(running);
    assertThat(URI.create(first.url()).getHost()).isEqualTo("127.0.0.1");
    container();
    Running second = Objects.requireNonNull(running);
    assertThat(second.token()).isNotEqualTo(first.token());
    first.close();
  }
}
