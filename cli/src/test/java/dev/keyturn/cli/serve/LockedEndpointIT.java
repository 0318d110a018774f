package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Endpoints of a profile whose long-term key, and the key of whose encrypted sessions, are in an
 * encrypted file. Sessions last some seconds.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class LockedEndpointIT {

  private static final String COMMAND = "KEYTURN_STORE_PASSPHRASE_COMMAND";

  @TempDir private Path home;

  private final Map<String, String> person = new HashMap<>();
  private final Map<String, String> script = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void keep_the_key_in_an_encrypted_file() throws Exception {
    Pane.TMUX.require();
    company = Company.start(home, 12);
    person.putAll(company.environment());
    person.put("KEYTURN_SAVE", "never");
    person.put("PATH", "/usr/bin:/bin");
    script.putAll(person);
    script.put(COMMAND, "echo correct horse");
    run("store", "move", "alice", "--to", "encrypted-file", "--yes");
  }

  @AfterEach
  void stop() throws Exception {
    run("store", "lock");
    company.close();
  }

  private static List<String> keyturn(String... words) {
    List<String> command = new ArrayList<>(List.of(BuildOutput.LAUNCHER.toString()));
    command.addAll(List.of(words));
    return command;
  }

  private String run(String... words) throws Exception {
    return Company.output(Company.start(keyturn(words), script));
  }

  /** The endpoint whose variables are in {@code printed}. */
  private record Open(String url, String token) {

    static Open in(String printed) {
      return new Open(
          variable(printed, "AWS_CONTAINER_CREDENTIALS_FULL_URI"),
          variable(printed, "AWS_CONTAINER_AUTHORIZATION_TOKEN"));
    }

    private static String variable(String printed, String name) {
      Matcher matcher = Pattern.compile(name + "='?([^'\\s]+)").matcher(printed);
      assertThat(matcher.find()).as(printed).isTrue();
      return matcher.group(1);
    }

    HttpResponse<String> ask() throws IOException, InterruptedException {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return client.send(request.header("Authorization", token).build(), BodyHandlers.ofString());
      }
    }

    HttpResponse<String> waitFor(Predicate<HttpResponse<String>> wanted) throws Exception {
      HttpResponse<String> answer = ask();
      for (int i = 0; i < 300 && !wanted.test(answer); i++) {
        Thread.sleep(100);
        answer = ask();
      }
      assertThat(wanted).as(answer.body()).accepts(answer);
      return answer;
    }
  }

  @Test
  void what_is_opened_once_renews_encrypted_sessions() throws Exception {
    run("store", "encrypt-sessions", "encrypted-file");
    String program = "env | grep ^AWS_CONTAINER; read end";
    List<String> command = keyturn("exec", "--server", "reader", "--", "sh", "-c", program);
    Process process = Company.start(command, script);
    try (var lines = process.inputReader()) {
      Open endpoint = Open.in(lines.readLine() + "\n" + lines.readLine());
      String first = endpoint.ask().body();
      assertThat(first).contains("SecretAccessKey");
      endpoint.waitFor(it -> it.statusCode() == 200 && !it.body().equals(first));
    } finally {
      process.getOutputStream().close();
      process.destroy();
    }
  }

  @Test
  void no_request_asks_for_a_passphrase_and_once_it_is_typed_elsewhere_all_are_answered()
      throws Exception {
    run("login", "reader");
    try (Pane pane = Pane.start(home.resolve("tmux"), person, keyturn("serve", "reader"))) {
      pane.seesSomewhere("export AWS_CONFIG_FILE=");
      Open endpoint = Open.in(pane.shown());
      HttpResponse<String> locked = endpoint.waitFor(it -> it.statusCode() != 200);
      assertThat(locked.body()).contains("is locked", "keyturn store unlock encrypted-file");
      assertThat(pane.shown())
          .contains("a running endpoint cannot ask for its passphrase")
          .doesNotContain("Passphrase for");

      run("store", "unlock");
      endpoint.waitFor(it -> it.statusCode() == 200);
    }
  }
}
