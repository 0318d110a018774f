package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn console} against the sign-in of the local AWS. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class ConsoleTest {

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  @BeforeEach
  void start() throws Exception {
    company = Company.start(home, 3600);
    company.login();
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private String print(String... words) throws Exception {
    return Company.output(company.keyturn(words)).strip();
  }

  private static String destination(String url) {
    String parameter = url.replaceFirst(".*&Destination=([^&]*).*", "$1");
    return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
  }

  @Test
  void the_url_signs_in_as_the_role() throws Exception {
    String url = print("console", "admin", "s3", "--print");
    assertThat(url).startsWith(company.url() + "/federation?Action=login&Issuer=keyturn&");
    assertThat(destination(url))
        .isEqualTo("https://console.aws.amazon.com/s3/home?region=eu-west-1");
    try (InputStream page = URI.create(url).toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("admin/alice");
    }
  }

  @Test
  void a_sign_in_with_the_AWS_CLI_is_that_of_its_role() throws Exception {
    Path keys = Files.writeString(home.resolve("keys"), print("env", "admin", "--format", "json"));
    Path aws = Files.writeString(home.resolve("aws"), "#!/bin/sh\ncat " + keys + "\n");
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        home.resolve(".aws/config"),
        """

        [profile company]
        region = eu-west-1
        sso_start_url = https://company.example/start
        sso_region = eu-west-1
        sso_account_id = 123456789012
        sso_role_name = admin
        """,
        StandardOpenOption.APPEND);
    Map<String, String> environment = company.environment();
    environment.put("PATH", home + ":" + environment.get("PATH"));
    List<String> command = company.command(List.of("console", "company", "--print"));
    String url = Company.output(Company.start(command, environment)).strip();
    try (InputStream page = URI.create(url).toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("admin/alice");
    }
  }

  @Test
  void programs_read_the_url_as_json() throws Exception {
    assertThat(print("console", "admin", "s3", "--print", "--output", "json"))
        .startsWith(
            "{\"profile\":\"admin\",\"destination\":\"https://console.aws.amazon.com/s3/home?region=eu-west-1")
        .contains("\"url\":\"http");
  }

  @Test
  void service_region_and_page_can_be_chosen() throws Exception {
    assertThat(
            destination(
                print("console", "admin", "--service", "ec2", "--region", "us-west-2", "--print")))
        .isEqualTo("https://console.aws.amazon.com/ec2/home?region=us-west-2");
    String page = "https://eu-west-1.console.aws.amazon.com/cloudwatch/home#logs:";
    assertThat(destination(print("console", "admin", "--destination", page, "--print")))
        .isEqualTo(page);
    assertThatThrownBy(() -> print("console", "admin", "s3/../x", "--print"))
        .hasMessageContaining("exit 2")
        .hasMessageContaining("is not the name of a service");
    assertThatThrownBy(
            () -> print("console", "admin", "--destination", "http://evil.example/", "--print"))
        .hasMessageContaining("is not an https URL");
  }

  @Test
  void a_user_with_a_device_is_shown_the_roles_that_carry_mfa() {
    assertThatThrownBy(() -> print("console", "alice", "--print"))
        .hasMessageContaining("exit 3")
        .hasMessageContaining("do not carry MFA")
        .hasMessageContaining("keyturn console admin, or keyturn console reader");
  }

  @Test
  void without_mfa_a_user_signs_in_as_a_federated_user() throws Exception {
    String url = print("console", "alice", "--without-mfa", "--print");
    try (InputStream page = URI.create(url).toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
          .contains("federated-user/alice");
    }
  }

  @Test
  void a_browser_gets_the_url_and_its_command_line_does_not() throws Exception {
    List<String> lines = opened("xdg-open", Map.of());
    assertThat(lines.get(0)).matches("arguments: http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{32}");
    assertThat(String.join("\n", lines))
        .contains("302")
        .containsIgnoringCase("Location: " + company.url() + "/federation?Action=login")
        .containsIgnoringCase("Referrer-Policy: no-referrer")
        .doesNotContain("again: 302");
  }

  /** The first one that is installed; {@code %s} is replaced by the URL. */
  @Test
  void the_variable_browser_names_the_program() throws Exception {
    assertThat(opened("mine", Map.of("BROWSER", "not-there:mine:other")).get(0))
        .matches("arguments: http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{32}");
    assertThat(opened("mine", Map.of("BROWSER", "PROGRAMS/mine %s --new-window")).get(0))
        .matches("arguments: http://127\\.0\\.0\\.1:[0-9]+/[0-9a-f]{32} --new-window");
  }

  @Test
  void a_browser_that_cannot_be_run_is_not_waited_for() throws Exception {
    Path broken = Files.writeString(home.resolve("broken"), "#!/not/there\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = company.environment();
    environment.put("BROWSER", broken.toString());
    Instant begin = Instant.now();
    assertThatThrownBy(() ->
            Company.output(
                Company.start(company.command(List.of("console", "admin")), environment)))
        .hasMessageContaining("'" + broken + "' failed to open a browser")
        .hasMessageContaining("hint: keyturn console admin --print")
        .message()
        .doesNotContain("Exception in thread");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(40));
  }

  /** What the program called {@code name} was given and saw when the console was opened. */
  private List<String> opened(String name, Map<String, String> variables) throws Exception {
    Path programs = Files.createDirectories(home.resolve("programs"));
    Path opened = home.resolve("opened");
    Files.deleteIfExists(opened);
    Path browser = programs.resolve(name);
    Files.writeString(
        browser,
        """
        #!/bin/sh
        echo "arguments: $*" >%1$s
        curl -s -D - "$1" >>%1$s
        curl -s -o /dev/null -w 'again: %%{http_code}' "$1" >>%1$s
        """
            .formatted(opened));
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = company.environment();
    environment.put("PATH", programs + ":/usr/bin:/bin");
    variables.forEach((variable, value) ->
        environment.put(variable, value.replace("PROGRAMS", programs.toString())));
    String printed =
        Company.output(Company.start(company.command(List.of("console", "admin")), environment));
    assertThat(printed).isEmpty();
    Files.delete(browser);
    return waitFor(opened, "again");
  }

  /** The browser outlives the command that started it. */
  private static List<String> waitFor(Path file, String word) throws Exception {
    while (!Files.exists(file) || !Files.readString(file).contains(word)) {
      Thread.sleep(50);
    }
    return Files.readAllLines(file);
  }
}
