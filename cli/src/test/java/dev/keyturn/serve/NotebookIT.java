package dev.keyturn.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways of the notebook guide in one Python process that goes on, as a kernel does, while its
 * sessions end. The endpoint's is in {@link ServeTest}.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class NotebookIT {

  private static final String KEYTURN =
      Path.of("target/keyturn/bin/keyturn").toAbsolutePath().toString();

  private static final String WITH_A_PROFILE =
      """
      import boto3, os, time
      session = boto3.Session(profile_name='notebook', region_name='eu-west-1')
      client = session.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      keys = set()
      end = time.time() + 15
      while time.time() < end:
          client.get_caller_identity()
          keys.add(client._request_signer._credentials.access_key)
          time.sleep(0.5)
      print(len(keys) > 1)
      """;

  /** Each line of its input runs the cell again. */
  private static final String WITH_A_DOTENV_FILE =
      """
      import boto3, dotenv, os, sys
      for line in sys.stdin:
          dotenv.load_dotenv(os.environ['CELL'], override=True)
          session = boto3.Session()
          client = session.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
          client.get_caller_identity()
          print(session.get_credentials().access_key, flush=True)
      """;

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    Sdk.BOTO3.require();
    company = Company.start(home, 10);
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private Process python(String cell, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.putAll(more);
    return Company.start(List.of("/usr/bin/python3", "-c", cell), environment);
  }

  private void keyturn(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(KEYTURN));
    command.addAll(List.of(words));
    Company.output(Company.start(command, company.environment()));
  }

  @Test
  void a_kernel_with_a_profile_that_asks_keyturn_outlives_its_sessions() throws Exception {
    String line = KEYTURN + " credential-process reader";
    keyturn("config", "set", "profile.notebook.credential_process", line);
    assertThat(Company.output(python(WITH_A_PROFILE, Map.of()))).isEqualTo("True");
  }

  @Test
  void a_kernel_takes_a_new_session_from_the_dotenv_file() throws Exception {
    String file = home.resolve(".env").toString();
    keyturn("env", "reader", "--file", file);
    Process kernel = python(WITH_A_DOTENV_FILE, Map.of("CELL", file));
    try (BufferedReader out = kernel.inputReader(StandardCharsets.UTF_8);
        BufferedWriter in = kernel.outputWriter(StandardCharsets.UTF_8)) {
      String first = runCell(in, out);
      keyturn("login", "reader", "--force");
      keyturn("env", "reader", "--file", file);
      assertThat(runCell(in, out)).startsWith("ASIA").isNotEqualTo(first);
    }
  }

  private static String runCell(BufferedWriter in, BufferedReader out) throws Exception {
    in.write("again\n");
    in.flush();
    return String.valueOf(out.readLine());
  }
}
