package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs of profiles that run Keyturn for the very profile that they are run for. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RecursionTest {

  @TempDir Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  private Path runs;

  @BeforeEach
  void start() throws Exception {
    company = Company.start(home, 3600);
    runs = Files.writeString(home.resolve("runs"), "");
  }

  @AfterEach
  void stop() {
    company.close();
  }

  private record Ended(int status, String out, String err) {}

  private Ended ask(String profile) throws IOException, InterruptedException {
    Process process = company.keyturn("credential-process", profile);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  /** A program that notes that it runs, and then becomes {@code command}. */
  private Path program(String name, String command) throws IOException {
    Path program = home.resolve(name);
    Files.writeString(program, "#!/bin/sh\necho " + name + " >>'" + runs + "'\n" + command + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  private String keyturn(String profile) {
    return "exec '"
        + String.join("' '", company.command(List.of("credential-process", profile)))
        + "'";
  }

  private void configure(String text) throws IOException {
    Files.writeString(home.resolve(".aws/config"), "\n" + text, StandardOpenOption.APPEND);
  }

  /** The profile {@code role}, whose source takes its keys from {@code program}. */
  private void configureRoleOf(Path program) throws IOException {
    configure(
        """
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = source
        [profile source]
        credential_process = %s
        """
            .formatted(program));
  }

  @Test
  void a_wrapper_that_asks_for_its_own_profile_is_reported_and_runs_once() throws Exception {
    Path wrapper = program("wrapper", keyturn("x"));
    configure("[profile x]\ncredential_process = " + wrapper + "\n");
    Ended ended = ask("x");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains(
            "profile 'x' gets its credentials from a program that asks for them again: x -> x",
            "credential_process of profile 'x' ended with exit status 3");
    assertThat(runs).hasContent("wrapper");
  }

  @Test
  void two_profiles_that_ask_for_each_other_are_reported_and_run_once_each() throws Exception {
    configure(
        """
        [profile a%%2Cb]
        credential_process = %s
        [profile c]
        credential_process = %s
        """
            .formatted(program("first", keyturn("c")), program("second", keyturn("a%2Cb"))));
    Ended ended = ask("a%2Cb");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("a%2Cb -> c -> a%2Cb");
    assertThat(runs).hasContent("first\nsecond");
  }

  @Test
  void a_role_whose_source_asks_for_the_role_is_reported() throws Exception {
    configureRoleOf(program("wrapper", keyturn("role")));
    Ended ended = ask("role");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("source -> source");
    assertThat(runs).hasContent("wrapper");
  }

  @Test
  void a_detour_by_the_aws_cli_is_reported_too() throws Exception {
    Client.AWS_CLI.require();
    Path keyturn = program("keyturn", keyturn("x"));
    configure(
        """
        [profile x]
        credential_process = %s
        [profile y]
        credential_process = %s credential-process x
        """
            .formatted(
                program(
                    "wrapper",
                    "exec /usr/bin/aws sts get-caller-identity --profile y --region eu-west-1"),
                keyturn));
    Ended ended = ask("x");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("x -> x");
    assertThat(runs).hasContent("wrapper\nkeyturn");
  }

  @Test
  void a_program_for_codes_that_asks_for_a_session_which_takes_a_code_is_reported()
      throws Exception {
    configure(
        """
        [profile coded]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        mfa_process = %s
        """
            .formatted(program("codes", keyturn("coded"))));
    Instant start = Instant.now();
    Ended ended = ask("coded");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("coded -> coded");
    assertThat(runs).hasContent("codes");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_program_may_ask_for_another_profile() throws Exception {
    company.login();
    configureRoleOf(program("wrapper", keyturn("alice")));
    Ended ended = ask("role");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("\"AccessKeyId\":\"ASIA");
  }

  @Test
  void a_profile_of_the_same_name_in_other_files_is_another() throws Exception {
    company.login();
    String files =
        """
        AWS_CONFIG_FILE='%1$s/config' AWS_SHARED_CREDENTIALS_FILE='%1$s/credentials'
        export AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE
        """
            .formatted(home.resolve(".aws"));
    Path outer = home.resolve("outer");
    Files.writeString(
        outer,
        """
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = alice
        [profile alice]
        credential_process = %s
        """
            .formatted(program("wrapper", files + keyturn("alice"))));
    Map<String, String> environment = company.environment();
    environment.put("AWS_CONFIG_FILE", outer.toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString());
    List<String> command = company.command(List.of("credential-process", "role"));
    assertThat(Company.output(Company.start(command, environment))).contains("ASIA");
    assertThat(runs).hasContent("wrapper");
  }

  @Test
  void a_value_of_another_program_in_the_variable_is_not_a_loop() throws Exception {
    company.login();
    Map<String, String> environment = company.environment();
    environment.put("KEYTURN_PROFILE_CHAIN", ",%zz,other");
    List<String> command = company.command(List.of("credential-process", "reader"));
    assertThat(Company.output(Company.start(command, environment))).contains("ASIA");
  }
}
