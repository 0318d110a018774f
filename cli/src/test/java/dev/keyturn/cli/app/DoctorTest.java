package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code keyturn doctor} finds and names planted faults, and repairs those that can be. */
class DoctorTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String KEYS =
      """
      [alice-long-term]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
      """;

  @TempDir private static Path folder;

  private static SandboxProcess sandbox;

  @TempDir private Path home;

  private final HeldClock clock = new HeldClock(NOON);
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void startAws() {
    String company = Transcript.all().stream().findFirst().orElseThrow().company();
    sandbox = SandboxProcess.start(SandboxProcess.classes(), folder, company, NOON);
  }

  @AfterAll
  static void stopAws() {
    sandbox.close();
  }

  @BeforeEach
  void aHomeWhereAllIsWell() throws IOException {
    environment.put("HOME", home.toString());
    environment.put("PATH", home.toString());
    environment.put("AWS_ENDPOINT_URL", sandbox.url());
    write("credentials", KEYS);
    write("config", "[profile alice]\nregion = eu-central-1\n");
    mode(".aws", "rwx------");
  }

  @Test
  void where_all_is_well_it_says_so() {
    Outcome outcome = doctor("alice");
    assertThat(outcome.out()).contains("No problems found.");
    assertThat(outcome.exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "credentials, rw-r--r--, warn, chmod 600",
    "credentials, rw-rw----, fail, chmod 600",
    "config, rw-rw-rw-, fail, chmod 600",
    "'', rwxrwxrwx, fail, chmod 700"
  })
  void what_other_users_can_read_or_change_is_found_and_repaired(
      String name, String mode, String level, String hint) throws IOException {
    mode(".aws/" + name, mode);
    assertFinding(doctor("alice"), level, "permissions", hint);
    assertThat(doctor("alice", "--fix").exit()).isZero();
    assertThat(doctor("alice").exit()).isZero();
  }

  @Test
  void a_broken_file_is_found_with_its_line() throws IOException {
    write("config", "[profile alice\nregion = eu-central-1\n");
    Outcome outcome = doctor("alice");
    assertFinding(outcome, "fail", "files", "config:1");
    assertThat(outcome.out()).contains("more: keyturn help broken-file");
  }

  @Test
  void what_the_AWS_CLI_cannot_read_is_found_and_repaired() throws IOException {
    write("credentials", KEYS + "[alice]\n# one\n[alice]\noutput = json\n");
    assertFinding(doctor("alice"), "fail", "lint", "keyturn config lint --fix");
    assertThat(doctor("alice", "--fix").exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE, fail, unset AWS_ACCESS_KEY_ID",
    "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=s, warn, unset AWS_ACCESS_KEY_ID",
    "AWS_ACCESS_KEY_ID=ASIA AWS_SECRET_ACCESS_KEY=s AWS_SESSION_TOKEN=t, warn, unset"
        + " AWS_ACCESS_KEY_ID",
    "AWS_ACCESS_KEY_ID=ASIA AWS_SECRET_ACCESS_KEY=s AWS_SESSION_TOKEN=t"
        + " AWS_CREDENTIAL_EXPIRATION=2026-11-21T11:59:59Z, fail, has expired",
    "KEYTURN_MFA_CODE=123456, warn, unset KEYTURN_MFA_CODE",
    "AWS_SECURITY_TOKEN=t, warn, unset AWS_SECURITY_TOKEN",
    "AWS_PROFILE=alcie, warn, 'alcie'",
    "AWS_PROFILE=alice AWS_DEFAULT_PROFILE=alice-long-term, warn, unset AWS_DEFAULT_PROFILE",
    "AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-2, warn, unset AWS_DEFAULT_REGION",
    "KEYTURN_RENEW_WITHIN=soon, fail, KEYTURN_RENEW_WITHIN"
  })
  void variables_that_get_in_the_way_are_found(String variables, String level, String hint) {
    for (String variable : variables.split(" ", -1)) {
      environment.put(variable.split("=", -1)[0], variable.split("=", -1)[1]);
    }
    assertFinding(doctor("alice"), level, "environment", hint);
  }

  @Test
  void an_AWS_CLI_without_login_is_found_where_a_profile_needs_it() throws IOException {
    write("config", "[profile alice]\nregion = eu-central-1\n[profile l]\nlogin_session = x\n");
    Path aws = home.resolve("aws");
    Files.writeString(aws, "#!/bin/sh\necho aws-cli/2.31.9 Python/3.13.7 Linux/6.1\n");
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
    assertFinding(doctor("alice"), "fail", "aws-cli", "AWS CLI 2.31.9");
  }

  @Test
  void a_program_that_is_not_installed_is_found_with_its_line() throws IOException {
    write("config", "[profile alice]\nregion = eu-central-1\nmfa_process = \"/no such\" code\n");
    assertFinding(doctor("alice"), "fail", "programs", "config:3: mfa_process runs '/no such'");
  }

  @Test
  void a_hook_that_is_installed_twice_is_found() throws IOException {
    String line = "eval \"$(keyturn shell init bash)\"\n";
    Files.writeString(home.resolve(".bashrc"), "# " + line + line + line);
    assertFinding(doctor("alice"), "warn", "hook", "2 times");
  }

  @Test
  void state_that_other_users_can_look_into_is_found_and_repaired() throws IOException {
    Files.createDirectories(home.resolve(".local/state/keyturn"));
    mode(".local/state/keyturn", "rwxr-xr-x");
    assertFinding(doctor("alice"), "fail", "state", "chmod 700");
    assertThat(doctor("alice", "--fix").exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "[profile alice]\\nregion = eu central, bad-profile",
    "[profile alice]\\nrole_arn = arn:aws:iam::123456789012:role/admin\\nsource_profile = bop,"
        + " unknown-source-profile",
    "[profile alice]\\nrole_arn = arn:aws:iam::123456789012:role/admin\\nsource_profile = b\\n"
        + "[profile b]\\nrole_arn = arn:aws:iam::123456789012:role/admin\\nsource_profile = alice,"
        + " source-profile-loop",
    "[profile alice]\\nendpoint_url = http://example.com, plain-http"
  })
  void a_profile_that_cannot_work_is_found(String config, String failure) throws IOException {
    environment.remove("AWS_ENDPOINT_URL");
    write("config", config.replace("\\n", "\n") + "\n");
    Outcome outcome = doctor("alice", "--offline");
    assertFinding(outcome, "fail", "profile", "hint: ");
    assertThat(outcome.out()).contains("more: keyturn help " + failure);
  }

  @Test
  void that_no_region_is_set_is_worth_knowing() throws IOException {
    write("config", "");
    Outcome outcome = doctor("alice");
    assertFinding(outcome, "info", "profile", "us-east-1 is used");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void a_profile_that_does_not_exist_is_found() {
    assertFinding(doctor("alcie"), "fail", "profile", "'alice'");
  }

  @ParameterizedTest
  @CsvSource({
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, AKIAIOSFODNN7EXAMPLE, '', fail, swapped",
    "AKIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, tok, fail, left over",
    "ASIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, '', fail, without its",
    "AKIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE, '', warn, 39 characters",
    "AKIAiosfodnn7example, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, '', warn, does not look like",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, '',"
        + " warn, does not look like"
  })
  void keys_that_cannot_be_right_are_found(
      String id, String secret, String token, String level, String message) throws IOException {
    write(
        "credentials",
        ("[alice]\naws_access_key_id = " + id + "\naws_secret_access_key = " + secret + "\n")
            + (token.isEmpty() ? "" : "aws_session_token = " + token + "\n"));
    Outcome outcome = doctor("alice", "--offline");
    assertFinding(outcome, level, "keys", message);
    assertThat(outcome.out()).doesNotContain("wJalrXUtnFEMI");
  }

  @Test
  void the_ARN_of_a_user_in_place_of_a_device_is_found_with_the_line_to_change()
      throws IOException {
    write("credentials", KEYS.replace(":mfa/", ":user/team/"));
    assertFinding(
        doctor("alice"),
        "fail",
        "device",
        "keyturn config set profile.alice-long-term.aws_mfa_device"
            + " arn:aws:iam::123456789012:mfa/alice");
  }

  @Test
  void an_endpoint_that_does_not_answer_is_found() {
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    Outcome outcome = doctor("alice");
    assertFinding(outcome, "fail", "connection", "cannot reach http://127.0.0.1:1");
    assertThat(outcome.out()).contains("more: keyturn help unreachable");
  }

  @ParameterizedTest
  @CsvSource({"29, ok, agrees", "31, warn, 31 s ahead of AWS's", "301, fail, 301 s ahead of AWS's"})
  void a_clock_that_is_wrong_is_found(long seconds, String level, String message) {
    clock.advance(Duration.ofSeconds(seconds));
    assertFinding(doctor("alice"), level, "clock", message);
  }

  @Test
  void a_clock_that_is_behind_is_found() {
    clock.advance(Duration.ofSeconds(-901));
    assertFinding(doctor("alice"), "fail", "clock", "901 s behind AWS's");
  }

  @ParameterizedTest
  @CsvSource({"IOSFODNN7, IOSFODNN8, does not know", "wJalr, xJalr, does not belong"})
  void keys_that_AWS_does_not_know_are_found(String part, String other, String message)
      throws IOException {
    write("credentials", KEYS.replace(part, other));
    assertFinding(doctor("alice"), "fail", "identity", message);
  }

  @Test
  void a_device_that_the_user_does_not_have_is_found_with_the_line_to_change() throws IOException {
    write("credentials", KEYS.replace(":mfa/alice", ":mfa/bob"));
    assertFinding(
        doctor("alice"),
        "fail",
        "devices",
        "keyturn config set profile.alice-long-term.aws_mfa_device"
            + " arn:aws:iam::123456789012:mfa/alice");
  }

  @ParameterizedTest
  @CsvSource({
    "AKIANEWCOMER000EXAMPLE, newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000, has no MFA device",
    "AKIAPASSKEY0000EXAMPLE, passkey/K7MDENG/bPxRfiCYEXAMPLEKEY000000, has only a passkey"
  })
  void a_user_without_a_device_that_gives_codes_is_found(String id, String secret, String message)
      throws IOException {
    write(
        "credentials",
        "[alice-long-term]\naws_access_key_id = " + id + "\naws_secret_access_key = " + secret);
    assertFinding(doctor("alice"), "fail", "devices", message);
  }

  @Test
  void what_may_not_be_asked_is_no_problem() throws IOException {
    write(
        "credentials",
        """
        [alice-long-term]
        aws_access_key_id = AKIABLIND000000EXAMPLE
        aws_secret_access_key = blind/K7MDENG/bPxRfiCY/blEXAMPLEKEY00000
        aws_mfa_device = GAHT-TOKEN
        """);
    Outcome outcome = doctor("alice");
    assertFinding(outcome, "info", "devices", "hint: keyturn login alice");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void old_access_keys_are_found() throws IOException {
    String id = "AKIATWIN0000000EXAMPLE";
    write(
        "credentials",
        ("[alice-long-term]\naws_access_key_id = " + id)
            + "\naws_secret_access_key = twin/K7MDENG/bPxRfiCY/twinEXAMPLEKEY0000\n");
    assertFinding(doctor("alice"), "ok", "access-keys", id);
    clock.advance(Duration.ofDays(91));
    sandbox.advance(Duration.ofDays(91));
    assertFinding(doctor("alice"), "warn", "access-keys", "keyturn keys rotate alice");
    sandbox.advance(Duration.ofDays(-91));
  }

  @Test
  void policies_that_require_no_MFA_are_found() throws IOException {
    assertFinding(doctor("alice"), "info", "mfa-policy", "a policy forbids asking");
    write(
        "credentials",
        """
        [alice-long-term]
        aws_access_key_id = AKIATWIN0000000EXAMPLE
        aws_secret_access_key = twin/K7MDENG/bPxRfiCY/twinEXAMPLEKEY0000
        """);
    assertFinding(doctor("alice"), "info", "mfa-policy", "do not require MFA");
  }

  @Test
  void after_a_login_roles_and_policies_are_checked_without_another_code() throws IOException {
    write(
        "config",
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
    assertFinding(doctor("admin"), "info", "role", "keyturn login admin");
    assertThat(run("login", "alice", "--code", sandbox.code("alice", 0)).exit()).isZero();
    assertFinding(doctor("admin"), "ok", "role", "role/admin");
    assertFinding(
        doctor("alice"), "warn", "mfa-policy", "keyturn policy check --live --user alice -p alice");
    assertFinding(doctor("none"), "fail", "role", "not authorized");
  }

  @Test
  void a_report_names_no_account_no_user_no_key_and_no_home() {
    Outcome report = doctor("alice", "--report");
    assertThat(report.out())
        .startsWith("Keyturn ")
        .contains("arn:aws:iam::ACCOUNT:user/NAME", "[alice-long-term] has AKIA...")
        .doesNotContain("123456789012", "mfa/alice", "AKIAIOSFODNN7EXAMPLE", home.toString());
  }

  @Test
  void the_answer_for_programs_names_check_level_and_failure() throws IOException {
    write("credentials", KEYS.replace("IOSFODNN7", "IOSFODNN8"));
    assertThat(doctor("alice", "--output", "json").out())
        .contains(
            "{\"check\":\"identity\",\"profile\":\"alice\",\"level\":\"fail\",\"message\":",
            "\"error\":\"refused-key\"}");
  }

  /** Level, check and text of one finding, which may have lines of its own below. */
  private static void assertFinding(Outcome outcome, String level, String check, String text) {
    List<String> findings = new ArrayList<>();
    for (String line : outcome.out().lines().toList()) {
      if (line.matches("  (ok|info|warn|fail) .*")) {
        findings.add(line);
      } else if (line.startsWith("   ")) {
        findings.add(findings.removeLast() + " " + line.strip());
      }
    }
    assertThat(findings)
        .anyMatch(finding ->
            finding.matches("  " + level + " +" + check + " .*") && finding.contains(text));
    boolean problem = level.equals("warn") || level.equals("fail");
    assertThat(outcome.exit()).isEqualTo(problem ? 1 : outcome.exit());
  }

  private Outcome doctor(String... words) {
    List<String> all = new ArrayList<>(List.of("doctor"));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private Outcome run(String... words) {
    return new InsideTheTest(clock)
        .run(new Invocation(List.of(words), environment, home, "", List.of(), false));
  }

  private void write(String name, String content) throws IOException {
    Path file = home.resolve(".aws").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
    mode(".aws/" + name, "rw-------");
  }

  private void mode(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString(mode));
  }
}
