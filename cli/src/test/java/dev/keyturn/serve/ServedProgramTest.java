package dev.keyturn.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code keyturn exec --server}: an endpoint for one program. For three minutes with sessions of 45
 * seconds: {@code -Dkeyturn.session.seconds=45 -Dkeyturn.loop.seconds=180}.
 */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class ServedProgramTest {

  private static final int SESSION_SECONDS = Integer.getInteger("keyturn.session.seconds", 8);
  private static final String LOOP_SECONDS = System.getProperty("keyturn.loop.seconds", "20");

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    company = Company.start(home, SESSION_SECONDS);
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private Process exec(Map<String, String> more, String... program) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.putAll(more);
    List<String> words = new ArrayList<>(List.of("exec", "--server", "reader", "--"));
    words.addAll(List.of(program));
    return Company.start(company.command(words), environment);
  }

  private static final String LOOP =
      """
      import boto3, os, sys, time
      client = boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      arns, keys = set(), set()
      end = time.time() + int(sys.argv[1])
      while time.time() < end:
          arns.add(client.get_caller_identity()['Arn'])
          keys.add(client._request_signer._credentials.access_key)
          time.sleep(0.4)
      print(*arns, len(keys) > 2)
      """;

  @Test
  void a_loop_of_calls_that_outlives_its_session_has_no_failed_call() throws Exception {
    Client.BOTO3.require();
    Map<String, String> keys =
        Map.of(
            "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_PROFILE", "default");
    assertThat(Company.output(exec(keys, "/usr/bin/python3", "-c", LOOP, LOOP_SECONDS)))
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/reader/alice True");
  }

  @Test
  void the_program_sees_the_endpoint_and_no_keys() throws Exception {
    String environment = Company.output(exec(Map.of("KEYTURN_MFA_CODE", "123456"), "env"));
    assertThat(environment)
        .contains(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://127.0.0.1:",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN=keyturn-",
            "AWS_CONFIG_FILE=",
            "AWS_REGION=eu-west-1",
            "KEYTURN_PROFILE=reader")
        .doesNotContain("AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "KEYTURN_MFA_CODE");
  }

  @Test
  void its_token_opens_its_own_profile_only() throws Exception {
    String ask =
        "curl -s -H \"Authorization: $AWS_CONTAINER_AUTHORIZATION_TOKEN\""
            + " ${AWS_CONTAINER_CREDENTIALS_FULL_URI}profile/alice";
    assertThat(Company.output(exec(Map.of(), "sh", "-c", ask)))
        .contains("\"code\":\"Forbidden\"", "this token opens profile 'reader' only");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 42, 255})
  void its_exit_status_is_passed_on(int status) throws Exception {
    Process process = exec(Map.of(), "sh", "-c", "exit " + status);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(status);
  }

  @Test
  void what_would_end_keyturn_ends_the_program_in_its_own_way_and_files_go() throws Exception {
    String program =
        """
        trap 'echo got TERM; exit 7' TERM
        echo $AWS_CONFIG_FILE
        while :; do sleep 0.1; done
        """;
    Process process = exec(Map.of(), "sh", "-c", program);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      Path config = Path.of(out.readLine());
      assertThat(config).exists();
      // Process.destroy would close the streams as well.
      process.toHandle().destroy();
      assertThat(out.readLine()).isEqualTo("got TERM");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
      assertThat(config).doesNotExist();
    }
  }
}
