package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instance metadata has no secret token: the kernel reports the client's user. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OtherUsersTest {

  /** Debian's {@code nobody}, who needs no account for this. */
  private static final Client SOMEBODY_ELSE =
      new Client(
          List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
          List.of("/usr/bin/curl", "--version"));

  private static final Client THIS_USER =
      new Client(List.of("/usr/bin/env"), List.of("/usr/bin/curl", "--version"));

  private static final String CREDENTIALS = "/latest/meta-data/iam/security-credentials/admin";

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    SOMEBODY_ELSE.require();
    THIS_USER.require();
    company = Company.start(home, 3600);
    company.login();
  }

  @AfterEach
  void stop() {
    if (company != null) {
      company.close();
    }
  }

  /** The body, and the status on a line of its own. The last word is the path. */
  private static String ask(Client user, String host, Endpoint endpoint, String... words)
      throws Exception {
    String address = endpoint.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/curl", "-s", "--noproxy", "*", "-w", "\\n%{http_code}"));
    command.addAll(List.of(words).subList(0, words.length - 1));
    command.add("http://" + host + ":" + URI.create(address).getPort() + words[words.length - 1]);
    return user.run(Map.of("PATH", "/usr/bin:/bin"), command.toArray(String[]::new));
  }

  private static String token(Client user, String host, Endpoint endpoint) throws Exception {
    return ask(
        user,
        host,
        endpoint,
        "-XPUT",
        "-HX-aws-ec2-metadata-token-ttl-seconds: 60",
        "/latest/api/token");
  }

  private static String credentials(Client user, String host, Endpoint endpoint, String token)
      throws Exception {
    return ask(user, host, endpoint, "-HX-aws-ec2-metadata-token: " + token, CREDENTIALS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
  void another_user_gets_nothing_from_instance_metadata(String host) throws Exception {
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--imds", "--imds-v1")) {
      String token = token(THIS_USER, host, endpoint).lines().findFirst().orElseThrow();
      assertThat(credentials(THIS_USER, host, endpoint, token)).contains("ASIA").endsWith("\n200");
      for (String answer :
          List.of(
              token(SOMEBODY_ELSE, host, endpoint),
              credentials(SOMEBODY_ELSE, host, endpoint, token),
              ask(SOMEBODY_ELSE, host, endpoint, CREDENTIALS),
              ask(SOMEBODY_ELSE, host, endpoint, "/healthz"))) {
        assertThat(answer)
            .isEqualTo(
                "{\"code\":\"Forbidden\","
                    + "\"message\":\"requests from other local users are refused\"}\n403");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]"})
  void another_user_gets_them_where_local_users_are_let_in(String host) throws Exception {
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--imds", "--allow-local-users")) {
      String token = token(SOMEBODY_ELSE, host, endpoint).lines().findFirst().orElseThrow();
      assertThat(credentials(SOMEBODY_ELSE, host, endpoint, token))
          .contains("ASIA")
          .endsWith("\n200");
    }
  }

  @Test
  void both_forms_together_are_this_users_alone() throws Exception {
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--imds", "--ecs")) {
      String token = "-HAuthorization: " + endpoint.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
      assertThat(ask(THIS_USER, "127.0.0.1", endpoint, token, "/")).endsWith("\n200");
      assertThat(ask(SOMEBODY_ELSE, "127.0.0.1", endpoint, token, "/")).endsWith("\n403");
    }
  }
}
