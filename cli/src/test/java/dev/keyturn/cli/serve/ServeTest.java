package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keyturn serve} from its first line to its last, and the clients that use it. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ServeTest {

  private static final String ADMIN = "arn:aws:sts::123456789012:assumed-role/admin/alice";

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  private void start(int sessionSeconds) throws Exception {
    company = Company.start(home, sessionSeconds);
  }

  @AfterEach
  void stop() {
    company.close();
  }

  /** boto3 before 1.28 does not read AWS_ENDPOINT_URL. */
  private static final String ARN =
      """
      import boto3, os, time
      client = boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      def arn():
          return client.get_caller_identity()['Arn']
      """;

  private static final String PRINT_ARN = ARN + "print(arn())";

  private static final String PRINT_KEYS =
      """
      seen = set()
      for i in range(40):
          arn()
          seen.add(client._request_signer._credentials.access_key)
          time.sleep(0.4)
      print(len(seen))
      """;

  private static final String PRINT_REFUSAL =
      """
      import os, urllib.request, urllib.error
      request = urllib.request.Request(
          os.environ['AWS_CONTAINER_CREDENTIALS_FULL_URI'],
          headers={'Authorization': os.environ['AWS_CONTAINER_AUTHORIZATION_TOKEN']})
      try:
          urllib.request.urlopen(request)
      except urllib.error.HTTPError as e:
          print(e.code, e.read().decode())
      """;

  @ParameterizedTest
  @ValueSource(strings = {"--ecs", "--imds"})
  void the_aws_cli_takes_its_credentials_from_it(String form) throws Exception {
    Client.AWS_CLI.require();
    start(3600);
    company.login();
    try (Endpoint endpoint = Endpoint.start(company, "admin", form)) {
      String arn =
          Client.AWS_CLI.run(
              endpoint.environment(),
              "sts",
              "get-caller-identity",
              "--query",
              "Arn",
              "--output",
              "text",
              "--endpoint-url",
              company.url());
      assertThat(arn).isEqualTo(ADMIN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--ecs", "--imds"})
  void boto3_takes_its_credentials_from_it(String form) throws Exception {
    Client.BOTO3.require();
    start(3600);
    company.login();
    try (Endpoint endpoint = Endpoint.start(company, "admin", form)) {
      assertThat(Client.BOTO3.run(endpoint.environment(), PRINT_ARN)).isEqualTo(ADMIN);
    }
  }

  @Test
  void a_program_that_runs_longer_than_a_session_never_fails() throws Exception {
    Client.BOTO3.require();
    start(8);
    try (Endpoint endpoint = Endpoint.start(company, "reader")) {
      String keys = Client.BOTO3.run(endpoint.environment(), ARN + PRINT_KEYS);
      assertThat(Integer.parseInt(keys)).isBetween(3, 10);
    }
  }

  @Test
  void the_token_may_come_from_a_file() throws Exception {
    Client.BOTO3.require();
    start(3600);
    company.login();
    Path token = home.resolve("token");
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--token-file", token.toString())) {
      assertThat(endpoint.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN")).isEmpty();
      assertThat(endpoint.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"))
          .isEqualTo(token.toString());
      assertThat(Files.readString(token)).matches("keyturn-[\\w-]{43}");
      // The variable for a file came with boto3 1.29; an older one takes the same token by value.
      Map<String, String> environment = new HashMap<>(endpoint.environment());
      environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", Files.readString(token));
      assertThat(Client.BOTO3.run(environment, PRINT_ARN)).isEqualTo(ADMIN);
    }
  }

  @Test
  void a_stop_removes_every_file_that_it_wrote() throws Exception {
    start(3600);
    company.login();
    Path env = home.resolve("serve.env");
    try (Endpoint endpoint = Endpoint.start(company, "admin", "--env-file", env.toString())) {
      Path config = Path.of(endpoint.variable("AWS_CONFIG_FILE"));
      assertThat(config)
          .hasContent("[default]\nregion = eu-west-1\n[profile admin]\nregion = eu-west-1\n");
      assertThat(Path.of(endpoint.variable("AWS_SHARED_CREDENTIALS_FILE"))).isEmptyFile();
      assertThat(Files.readAllLines(env))
          .contains(
              "AWS_CONTAINER_CREDENTIALS_FULL_URI="
                  + endpoint.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
              "AWS_DEFAULT_REGION=eu-west-1");
      assertThat(endpoint.terminate()).isZero();
      assertThat(config.getParent()).doesNotExist();
      assertThat(env).doesNotExist();
    }
  }

  @Test
  void keyturn_itself_reads_the_users_files_where_aws_tools_read_the_endpoints() throws Exception {
    start(3600);
    company.login();
    try (Endpoint endpoint = Endpoint.start(company, "admin")) {
      List<String> explain = company.command(List.of("explain", "reader"));
      assertThat(Company.output(Company.start(explain, endpoint.environment())))
          .contains(home.resolve(".aws/config").toString());
    }
  }

  @Test
  void without_a_session_it_says_what_to_run_and_serves_after_that() throws Exception {
    Client.BOTO3.require();
    start(3600);
    try (Endpoint endpoint = Endpoint.start(company, "admin")) {
      assertThat(Client.BOTO3.run(endpoint.environment(), PRINT_REFUSAL))
          .startsWith("403 {\"code\":\"no-terminal\"")
          .contains("keyturn login admin");
      company.login();
      assertThat(Client.BOTO3.run(endpoint.environment(), PRINT_ARN)).isEqualTo(ADMIN);
    }
  }
}
