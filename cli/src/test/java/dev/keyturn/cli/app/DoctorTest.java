package dev.keyturn.cli.app;

import static dev.keyturn.cli.app.DoctorHome.assertFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code keyturn doctor} says as a whole; {@link PlantedFaultsTest} has what it finds. */
class DoctorTest {

  @TempDir private static Path folder;

  private static SandboxProcess sandbox;

  @TempDir private Path folderOfHome;

  private DoctorHome home;

  @BeforeAll
  static void startAws() {
    sandbox = DoctorHome.aws(folder);
  }

  @AfterAll
  static void stopAws() {
    sandbox.close();
  }

  @BeforeEach
  void aHomeWhereAllIsWell() throws IOException {
    home = new DoctorHome(folderOfHome, sandbox);
  }

  @Test
  void where_all_is_well_it_says_so() {
    Outcome outcome = home.doctor("alice");
    assertThat(outcome.out()).contains("No problems found.");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void without_a_profile_to_check_only_this_computer_is_checked() throws IOException {
    home.write(".aws/config", DoctorHome.CONFIG + "[profile bob]\nregion = eu-west-1\n");
    Outcome outcome = home.doctor();
    assertFinding(outcome, "info", "profile", "no profile is named, and there is no 'default'");
    assertFinding(outcome, "info", "profile", "hint: keyturn doctor '*'");
    assertThat(outcome.out()).contains("No problems found.");
    assertThat(outcome.exit()).isZero();

    home.set("AWS_PROFILE", "gone");
    assertFinding(home.doctor(), "fail", "profile", "there is no profile 'gone'");
  }

  @Test
  void the_only_profile_is_the_one_to_check_next() {
    assertFinding(home.doctor(), "info", "profile", "hint: keyturn doctor alice");
  }

  @Test
  void on_a_computer_without_any_profile_nothing_is_wrong() throws IOException {
    home.write(".aws/config", "");
    home.write(".aws/credentials", "");
    Outcome outcome = home.doctor();
    assertFinding(outcome, "info", "profile", "hint: keyturn setup");
    assertThat(outcome.exit()).isZero();
    assertThat(home.doctor("default").exit()).isEqualTo(1);
  }

  @Test
  void whose_key_it_is_is_asked_once() {
    sandbox.takeCalls();
    assertThat(home.doctor("alice").exit()).isZero();
    assertThat(sandbox.takeCalls()).containsEntry("GetCallerIdentity", 1);
  }

  @Test
  void a_broken_file_is_found_with_its_line() throws IOException {
    home.write(".aws/config", "[profile alice\nregion = eu-central-1\n");
    Outcome outcome = home.doctor("alice");
    assertFinding(outcome, "fail", "files", "config:1");
    assertThat(outcome.out()).contains("more: keyturn help broken-file");
  }

  @ParameterizedTest
  @CsvSource({"29, ok, agrees", "31, warn, 31 s ahead of AWS's", "301, fail, 301 s ahead of AWS's"})
  void a_clock_that_is_wrong_is_found(long seconds, String level, String message) {
    home.advance(Duration.ofSeconds(seconds));
    assertFinding(home.doctor("alice"), level, "clock", message);
  }

  @Test
  void an_endpoint_that_never_answers_is_named() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
      home.set("AWS_ENDPOINT_URL", endpoint);
      assertFinding(home.doctor("alice"), "fail", "connection", "cannot reach " + endpoint);
    }
  }

  @Test
  void a_denied_check_is_not_a_problem() throws IOException {
    home.write(
        ".aws/credentials",
        """
        [alice-long-term]
        aws_access_key_id = AKIABLIND000000EXAMPLE
        aws_secret_access_key = blind/K7MDENG/bPxRfiCY/blEXAMPLEKEY00000
        aws_mfa_device = GAHT-TOKEN
        """);
    Outcome outcome = home.doctor("alice");
    assertFinding(outcome, "info", "devices", "hint: keyturn login alice");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void policies_that_require_no_MFA_are_found() throws IOException {
    assertFinding(home.doctor("alice"), "info", "mfa-policy", "a policy forbids asking");
    home.write(
        ".aws/credentials",
        """
        [alice-long-term]
        aws_access_key_id = AKIATWIN0000000EXAMPLE
        aws_secret_access_key = twin/K7MDENG/bPxRfiCY/twinEXAMPLEKEY0000
        """);
    assertFinding(home.doctor("alice"), "info", "mfa-policy", "do not require MFA");
  }

  @Test
  void after_a_login_roles_and_policies_are_checked_without_another_code() throws IOException {
    home.write(
        ".aws/config",
        """
        [profile alice]
        region = eu-central-1
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = alice
        [profile none]
        role_arn = arn:aws:iam::123456789012:role/none
        source_profile = alice
        """);
    assertFinding(home.doctor("admin"), "info", "role", "keyturn login admin");
    home.login("alice", "alice");
    assertFinding(home.doctor("admin"), "ok", "role", "role/admin");
    assertFinding(
        home.doctor("alice"),
        "warn",
        "mfa-policy",
        "keyturn policy check --live --user alice -p alice");
    assertFinding(home.doctor("none"), "fail", "role", "not authorized");
  }

  @Test
  void a_report_names_no_account_no_user_no_key_and_no_home() {
    Outcome report = home.doctor("alice", "--report");
    assertThat(report.out())
        .startsWith("Keyturn ")
        .contains("arn:aws:iam::ACCOUNT:user/NAME", "[PROFILE2] has AKIA...")
        .doesNotContain("123456789012", "alice", "AKIAIOSFODNN7EXAMPLE", folderOfHome.toString());
  }

  @Test
  void a_report_names_no_profile_and_no_serial_number_of_a_token() throws IOException {
    home.write(
        ".aws/credentials",
        """
        [alice-long-term]
        aws_access_key_id = AKIABLIND000000EXAMPLE
        aws_secret_access_key = blind/K7MDENG/bPxRfiCY/blEXAMPLEKEY00000
        aws_mfa_device = GAHT12345678
        [acme.prod]
        aws_mfa_device = 4711
        """);
    home.set("AWS_PROFILE", "gone");
    assertThat(home.doctor("alice", "acme.prod", "--report").out())
        .contains("Profile PROFILE1", "Profile PROFILE2", "device         SERIAL")
        .doesNotContain("alice", "acme", "gone", "GAHT", "4711");
    assertThat(home.doctor("alice", "--report", "--output", "json").out())
        .contains("\"profile\":\"PROFILE1\"")
        .doesNotContain("alice", "GAHT");
  }

  @Test
  void the_answer_for_programs_names_check_level_and_failure() throws IOException {
    home.write(".aws/credentials", DoctorHome.KEYS.replace("IOSFODNN7", "IOSFODNN8"));
    assertThat(home.doctor("alice", "--output", "json").out())
        .contains(
            "{\"check\":\"identity\",\"profile\":\"alice\",\"level\":\"fail\",\"message\":",
            "\"error\":\"refused-key\"}");
  }

  @Test
  void that_AWS_cannot_be_reached_is_said_once_for_all_profiles() throws IOException {
    home.write(".aws/credentials", DoctorHome.KEYS + DoctorHome.KEYS.replace("alice", "carol"));
    home.set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    Outcome outcome = home.doctor("alice", "carol");
    assertThat(outcome.out()).containsOnlyOnce("cannot reach http://127.0.0.1:1");
    assertFinding(outcome, "info", "connection", "cannot be reached, see above");
    assertThat(outcome.out()).contains("Problems found: 1 fail, 0 warn.");
  }

  @Test
  void that_IAM_alone_cannot_be_reached_is_said_once() {
    home.set("AWS_ENDPOINT_URL_IAM", "http://127.0.0.1:1");
    assertThat(home.doctor("alice").out()).containsOnlyOnce("cannot reach http://127.0.0.1:1");
  }
}
