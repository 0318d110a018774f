package dev.keyturn.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a user meets it: options, ready line, exit codes. */
class MainTest {
  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void the_ready_line_is_one_line_of_json() {
    assertThat(run("", "--output", "json", "--until-eof")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    Json.Obj ready = (Json.Obj) Json.parse(out.toString(StandardCharsets.UTF_8).strip());
    assertThat(ready.members())
        .containsOnlyKeys("Url", "Region", "State", "ControlUrl", "ControlToken");
    assertThat(((Json.Str) Objects.requireNonNull(ready.get("Url"))).value())
        .matches("http://127\\.0\\.0\\.1:[0-9]+");
    assertThat(ready.get("Region")).isEqualTo(new Json.Str("us-east-1"));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void the_text_says_where_and_who() {
    run("", "--until-eof");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("(?m)^http://127\\.0\\.0\\.1:[0-9]+$")
        .containsPattern("(?m)^export AWS_ENDPOINT_URL=http://127\\.0\\.0\\.1:[0-9]+$")
        .contains("account 123456789012 (example)", "user alice", "bucket examplebucket")
        .contains("role/admin, sessions up to 12h\n", "role/readonly, sessions up to 1h\n");
  }

  @Test
  void the_text_has_lines_that_print_a_code_and_save_a_key() {
    environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", "t0k3n");
    run("", "--until-eof");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "(?m)^curl -s -H \"Authorization: Bearer t0k3n\" http://[0-9.:]+/_control/code/alice$")
        .containsPattern(
            "(?m)^curl -s -H .* http://[0-9.:]+/_control/csv/newcomer -o newcomer_accessKeys.csv$");
  }

  @Test
  void without_a_device_no_line_for_a_code_is_printed() throws IOException {
    String state =
        "{\"Accounts\":[{\"AccountId\":\"123456789012\",\"Users\":[{\"UserName\":\"a\"}],"
            + "\"Roles\":[{\"RoleName\":\"r\",\"MaxSessionDuration\":5400}]}]}";
    Path file = Files.writeString(folder.resolve("company.json"), state);
    run("", "--until-eof", "--state", file.toString());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("/_control/csv/a -o a_accessKeys.csv\n", "role/r, sessions up to 90m\n")
        .doesNotContain("code");
  }

  @Test
  void the_state_can_come_from_stdin() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = "" + taken.getLocalPort();
      assertThat(run("{\"Accounts\":[]}", "--state", "-", "--port", port)).isEqualTo(6);
    }
    assertThat(run("{", "--state", "-")).isEqualTo(3);
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(run("", "--port", "" + taken.getLocalPort())).isEqualTo(6);
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("keyturn: the port is already in use\nhint: keyturn sandbox --port 0\n");
  }

  @Test
  void an_address_of_another_computer_is_named() {
    assertThat(run("", "--host", "192.0.2.1")).isEqualTo(6);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("keyturn: 192.0.2.1 is not an address of this computer\n");
  }

  @Test
  void it_warns_of_an_address_that_others_reach_and_of_no_other() {
    assertThat(run("", "--host", "0.0.0.0", "--output", "json", "--until-eof")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("keyturn: listening on 0.0.0.0, not only for this computer");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"Url\":\"http://127.0.0.1:");
    err.reset();
    run("", "--host", "localhost", "--until-eof");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void a_domain_is_a_host_name() {
    assertThat(run("", "--domain", "S3.example.test", "--output", "json", "--until-eof")).isZero();
    assertThat(run("", "--domain", "http://sandbox")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("keyturn: --domain must be a host name, such as sandbox\n");
  }

  @Test
  void the_control_token_can_come_from_the_environment() {
    environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", "t0k3n");
    run("", "--output", "json", "--until-eof");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"ControlToken\":\"t0k3n\"");
  }

  @Test
  void an_empty_control_token_counts_as_none() {
    environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", "");
    run("", "--output", "json", "--until-eof");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("\"ControlToken\":\"[^\"]{16,}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "two words", "t0k3n\n", "t\u00f6k3n"})
  void a_control_token_that_no_header_can_have_is_refused(String token) {
    environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", token);
    assertThat(run("", "--until-eof")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            keyturn: KEYTURN_SANDBOX_CONTROL_TOKEN must be visible ASCII characters without blanks
            hint: keyturn sandbox --help
            """);
  }

  @Test
  void a_broken_state_file_is_named_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("company.json"), "{\n\"Accounts\": [}\n");
    assertThat(run("", "--state", file.toString())).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("keyturn: state file " + file + ", ")
        .contains("at line 2, column 14");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void a_state_file_that_is_not_utf_8_is_named() throws IOException {
    Path file = Files.write(folder.resolve("company.json"), new byte[] {(byte) 0xff, 0});
    assertThat(run("", "--state", file.toString())).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(file + " is not UTF-8");
  }

  @Test
  void the_saved_state_is_readable_by_its_owner_only() throws IOException {
    Path file = folder.resolve("saved.json");
    new SavedState(file).save(Json.parse("{\"Accounts\":[]}"));
    assertThat(file).hasContent("{\"Accounts\":[]}");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("keyturn-sand"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prt 1 | unknown option --prt",
        "extra | unexpected argument extra",
        "--port | --port needs a value",
        "--port x | --port must be a whole number from 0 to 65535",
        "--port 65536 | --port must be a whole number from 0 to 65535",
        "--host no-such-host.invalid | --host must be an address or a host name of this computer",
        "--max-stored-mib 0 | --max-stored-mib must be a whole number from 1 to 1000000",
        "--latency 50 | --latency must be a time such as 50ms or 2s",
        "--output xml | --output must be json or text",
        "--session-seconds 0 | --session-seconds must be 1 to 129600 seconds, or a time such as"
            + " 45s or 12h",
        "--session-seconds 37h | --session-seconds must be 1 to 129600 seconds, or a time such as"
            + " 45s or 12h",
        "--session-seconds 12h5 | --session-seconds must be 1 to 129600 seconds, or a time such"
            + " as 45s or 12h",
        "--session-seconds= | --session-seconds must be 1 to 129600 seconds, or a time such as"
            + " 45s or 12h",
        "--clock noon | --clock must be seconds since 1970, or a time such as 2026-11-21T09:00:00Z",
        "--until-eof=1 | --until-eof does not take a value",
        "--until-eof --state - | --until-eof and --state - cannot be used together: both read stdin"
      })
  void a_usage_mistake_is_named(String arguments, String problem) {
    assertThat(run("", arguments.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("keyturn: " + problem + "\nhint: keyturn sandbox --help\n");
  }

  @Test
  void a_mistake_is_shown_without_characters_that_a_terminal_obeys() {
    run("", "--a\u001b[2J\u202e");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--a\\u001b[2J\\u202e\n");
  }

  @ParameterizedTest
  @CsvSource({"45, 45", "45s, 45", "15m, 900", "1h30m, 5400", "36H, 129600", "129600, 129600"})
  void the_life_of_sessions_is_written_as_elsewhere(String text, int seconds)
      throws UsageException {
    assertThat(Options.parse(List.of("--session-seconds", text)).sessionSeconds())
        .isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t0k3n", "a$(echo)`b'c\"d\\e!f"})
  void a_shell_reads_the_token_as_it_is(String token) {
    environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", token);
    run("", "--until-eof");
    String line =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(each -> each.endsWith("/_control/code/alice"))
            .findFirst()
            .orElseThrow();
    Programs.Result words =
        Programs.run(
            Map.of(), Programs.require("sh"), "-c", line.replace("curl ", "printf '%s\\n' "));
    assertThat(words.output())
        .as(words.errors())
        .contains("\nAuthorization: Bearer " + token + "\n");
  }

  @Test
  void help_names_every_option() {
    assertThat(run("", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--port", "--state", "--save-state", "--clock", "--frozen-clock", "--latency")
        .contains("--session-seconds", "--log", "--output", "--tls", "--expired-certificate")
        .contains("--until-eof", "--host", "--max-stored-mib", "Exit codes:");
  }

  private int run(String stdin, String... arguments) {
    InputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    return Main.run(
        List.of(arguments),
        environment,
        in,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
