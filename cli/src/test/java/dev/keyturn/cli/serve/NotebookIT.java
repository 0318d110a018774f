package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cells of the notebook guide in a real Jupyter kernel, which goes on while its sessions end.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class NotebookIT {

  private static final String KEYTURN = BuildOutput.LAUNCHER.toString();

  private static final int SHORT_SECONDS = 10;
  private static final int LONG_SECONDS = 3600;

  /** boto3 before 1.28 does not read AWS_ENDPOINT_URL. */
  private static final String CLIENT =
      """
      import os
      client = session.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'], region_name='eu-west-1')
      """;

  private static final String CALL =
      """
      client.get_caller_identity()
      print(client._request_signer._credentials.access_key)
      """;

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeAll
  static void require() throws Exception {
    Sdk.BOTO3.require();
    Kernel.JUPYTER.require();
  }

  private void sessionsLast(int seconds) throws IOException {
    company = Company.start(home, seconds);
  }

  @AfterEach
  void stop() {
    if (company != null) {
      company.close();
    }
  }

  /** A cell of the guide, by what it begins with. */
  private static String cellOfTheGuide(String heading) throws Exception {
    String guide = Files.readString(Path.of("../docs/guides/notebooks.md"));
    Matcher cell =
        Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$.*?^```python\n(.*?)^```$")
            .matcher(guide);
    assertThat(cell.find()).isTrue();
    return cell.group(1);
  }

  private void keyturn(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(KEYTURN));
    command.addAll(List.of(words));
    Company.output(Company.start(command, company.environment()));
  }

  /** The keys that a kernel uses while two sessions end. */
  private static Set<String> keysOf(Kernel kernel) throws Exception {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 2 * SHORT_SECONDS + 5; i++) {
      keys.add(kernel.run(CALL));
      Thread.sleep(1000);
    }
    return keys;
  }

  @Test
  void a_kernel_with_a_profile_that_asks_keyturn_outlives_its_sessions() throws Exception {
    sessionsLast(SHORT_SECONDS);
    keyturn("credential-process", "reader", "--install");
    String cell = cellOfTheGuide("A profile that asks Keyturn").replace("admin", "reader");
    try (Kernel kernel = Kernel.start(List.of(), company.environment(), home)) {
      assertThat(kernel.run(cell + CLIENT)).isEmpty();
      assertThat(keysOf(kernel))
          .hasSizeGreaterThan(2)
          .allSatisfy(it -> assertThat(it).startsWith("ASIA"));
    }
  }

  @Test
  void a_kernel_under_an_endpoint_outlives_its_sessions() throws Exception {
    sessionsLast(SHORT_SECONDS);
    List<String> exec = List.of(KEYTURN, "exec", "--server", "reader", "--");
    try (Kernel kernel = Kernel.start(exec, company.environment(), home)) {
      assertThat(kernel.run("import boto3\nsession = boto3.Session()\n" + CLIENT)).isEmpty();
      assertThat(keysOf(kernel))
          .hasSizeGreaterThan(2)
          .allSatisfy(it -> assertThat(it).startsWith("ASIA"));
    }
  }

  @Test
  void a_kernel_takes_a_new_session_from_the_dotenv_file() throws Exception {
    sessionsLast(LONG_SECONDS);
    String file = home.resolve(".env").toString();
    keyturn("env", "reader", "--file", file);
    String cell = cellOfTheGuide("The `.env` way") + CLIENT + CALL;
    try (Kernel kernel = Kernel.start(List.of(), company.environment(), home)) {
      String first = kernel.run(cell);
      assertThat(first).startsWith("ASIA");
      keyturn("login", "reader", "--force");
      keyturn("env", "reader", "--file", file);
      assertThat(kernel.run(cell)).startsWith("ASIA").isNotEqualTo(first);
    }
  }

  @Test
  void a_kernel_that_needs_a_code_says_what_to_run_and_goes_on_after_it() throws Exception {
    sessionsLast(LONG_SECONDS);
    keyturn("credential-process", "admin", "--install");
    Map<String, String> environment = company.environment();
    try (Kernel kernel = Kernel.start(List.of("/usr/bin/setsid", "-w"), environment, home)) {
      String cell = cellOfTheGuide("A profile that asks Keyturn") + CLIENT + CALL;
      assertThat(kernel.run(cell)).contains("error: ", "keyturn login admin");
      keyturn("login", "admin", company.code());
      assertThat(kernel.run(cell)).startsWith("ASIA");
    }
  }
}
