package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The AWS CLI and Keyturn share the sessions of roles: whichever was given the code, the other asks
 * none. Version 2 is the real one; version 1 is the botocore it is made of, with the cache it gives
 * it. Skipped where a program is missing, unless {@code KEYTURN_CLIENTS} is {@code required}.
 */
class AwsCliCacheIT {

  private static final Path AWS_CLI = Path.of("/usr/bin/aws");
  private static final String DEVICE = "mfa_serial = arn:aws:iam::123456789012:mfa/alice\n";
  private static final String VERSION_1 =
      """
      import os, sys, botocore.session
      from botocore.credentials import JSONFileCache
      session = botocore.session.Session(profile=sys.argv[1])
      provider = session.get_component("credential_provider").get_provider("assume-role")
      provider.cache = JSONFileCache(os.path.expanduser("~/.aws/cli/cache"))
      def client(service, **keys):
          return session.create_client(
              service, region_name="us-east-1", endpoint_url=sys.argv[2], **keys)
      provider._client_creator = client
      sts = client("sts")
      print(sts.get_caller_identity()["Arn"])
      """;
  private static final String COMPANY =
      """
      {"Accounts": [{"AccountId": "123456789012",
        "Users": [{"UserName": "alice",
          "AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE",
            "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
          "MFADevices": [{"SerialNumber": "arn:aws:iam::123456789012:mfa/alice",
            "Seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}],
          "Policies": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]}],
        "Roles": [{"RoleName": "admin", "MaxSessionDuration": 43200,
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sts:AssumeRole",
            "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]},
          "Policies": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]},
         {"RoleName": "inner",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Principal": {"AWS": "arn:aws:iam::123456789012:role/admin"},
            "Action": "sts:AssumeRole"}]}}]}]}
      """;

  private final Path folder = Path.of("target", "aws-cli-cache").toAbsolutePath();
  private final InstalledProgram program = new InstalledProgram(folder.resolve("call"));
  private StoryHome home = StoryHome.create(folder.resolve("home"), Map.of());
  private SandboxProcess sandbox = sandbox();

  private SandboxProcess sandbox() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return SandboxProcess.start(SandboxProcess.image(), folder, COMPANY, now);
  }

  @BeforeEach
  void the_aws_cli_is_installed() {
    boolean installed = Files.isExecutable(AWS_CLI);
    if ("required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      assertThat(installed).as("the AWS CLI is installed").isTrue();
    }
    Assumptions.assumeTrue(installed, "the AWS CLI is not installed");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DEVICE,
        DEVICE + "duration_seconds = 3600",
        DEVICE + "duration_seconds = 7200",
        DEVICE + "duration_seconds = 43200",
        DEVICE + "external_id = a:b/c=d",
        DEVICE + "role_session_name = alice-reads",
        DEVICE
            + "role_session_name = alice@example.com\nexternal_id = example\nduration_seconds = 1800",
      })
  void after_a_login_the_aws_cli_asks_for_nothing(String settings) {
    admin(settings);
    login("admin");
    assertAwsAnswersWithoutCode("admin", "assumed-role/admin/");
  }

  @Test
  void a_device_of_the_source_is_enough() {
    files("[profile user]\n" + DEVICE + "\n" + role("admin", "user"));
    login("admin");
    assertAwsAnswersWithoutCode("admin", "assumed-role/admin/");
  }

  @Test
  void the_cache_has_every_role_of_a_chain() {
    files(role("admin", "user") + DEVICE + "\n" + role("inner", "admin"));
    login("inner");
    assertAwsAnswersWithoutCode("inner", "assumed-role/inner/");
    assertAwsAnswersWithoutCode("admin", "assumed-role/admin/");
  }

  @Test
  void a_session_that_the_aws_cli_asked_a_code_for_is_used_and_stays_its_own() {
    admin(DEVICE);
    Outcome asked = version1("admin", List.of(sandbox.code("alice", 0)));
    assertThat(asked.out()).as(asked.err()).contains("assumed-role/admin/");
    sandbox.takeCalls();
    assertThat(keyturn("credential-process", "admin").out()).contains("\"AccessKeyId\":\"ASIA");
    assertThat(keyturn("login", "admin").out())
        .contains("still valid")
        .endsWith("in [admin-mfa] and the AWS CLI's cache\n");
    assertThat(keyturn("status", "admin", "--check").exit()).isZero();
    assertThat(keyturn("logout", "admin").out()).contains("removed from [admin-mfa];");
    assertThat(sandbox.takeCalls()).isEmpty();
    assertAwsAnswersWithoutCode("admin", "assumed-role/admin/");
  }

  @Test
  void a_logout_removes_what_a_login_cached() {
    admin(DEVICE);
    login("admin");
    assertThat(keyturn("logout", "admin").out()).contains("[admin-mfa] and the AWS CLI's cache");
    assertThat(aws("admin", List.of()).exit()).isNotZero();
  }

  @Test
  void a_logout_of_all_takes_away_what_is_left_of_profiles_that_are_gone() {
    admin(DEVICE);
    login("admin");
    home.write(".aws/config", "");
    keyturn("logout", "--all");
    assertThat(home.folder().resolve(".aws/cli/cache")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"960, true", "903, false"})
  void the_aws_cli_uses_a_session_until_fifteen_minutes_before_its_end(int seconds, boolean used)
      throws InterruptedException {
    sandbox.close();
    sandbox =
        SandboxProcess.running(folder, COMPANY, "--session-seconds", Integer.toString(seconds));
    admin(DEVICE);
    login("admin");
    Thread.sleep(3_000);
    sandbox.takeCalls();
    assertThat(aws("admin", List.of()).exit() == 0).isEqualTo(used);
    assertThat(sandbox.takeCalls()).isEqualTo(used ? Map.of("GetCallerIdentity", 1) : Map.of());
  }

  @Test
  void a_login_with_no_save_caches_nothing() {
    admin(DEVICE);
    keyturn("login", "admin", "--no-save", sandbox.code("alice", 0));
    assertThat(home.folder().resolve(".aws/cli")).doesNotExist();
  }

  private void assertAwsAnswersWithoutCode(String profile, String identity) {
    sandbox.takeCalls();
    Outcome two = aws(profile, List.of());
    assertThat(two.out()).as(two.err()).contains(identity);
    Outcome one = version1(profile, List.of());
    assertThat(one.out()).as(one.err()).contains(identity);
    assertThat(sandbox.takeCalls()).isEqualTo(Map.of("GetCallerIdentity", 2));
  }

  private void admin(String settings) {
    files(role("admin", "user") + settings + "\n");
  }

  private static String role(String name, String source) {
    return "[profile %s]\nrole_arn = arn:aws:iam::123456789012:role/%s\nsource_profile = %s\n"
        .formatted(name, name, source);
  }

  private void files(String config) {
    home =
        StoryHome.create(
            folder.resolve("home"),
            Map.of(
                ".aws/config",
                config,
                ".aws/credentials",
                """
                [user]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                """));
  }

  private void login(String profile) {
    Outcome login = keyturn("login", profile, sandbox.code("alice", 0));
    assertThat(login.out()).as(login.err()).contains("and the AWS CLI's cache");
  }

  private Outcome keyturn(String... words) {
    List<String> command = new ArrayList<>(List.of(InstalledProgram.launcher().toString()));
    command.addAll(List.of(words));
    return run(List.of(), command.toArray(String[]::new));
  }

  private Outcome aws(String profile, List<String> typed) {
    return run(
        typed,
        AWS_CLI.toString(),
        "--profile",
        profile,
        "--region",
        "us-east-1",
        "--endpoint-url",
        sandbox.url(),
        "sts",
        "get-caller-identity");
  }

  private Outcome version1(String profile, List<String> typed) {
    return run(typed, InstalledProgram.python(), "-c", VERSION_1, profile, sandbox.url());
  }

  private Outcome run(List<String> typed, String... command) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", home.folder().toString());
    environment.put("AWS_ENDPOINT_URL", sandbox.url());
    environment.put("AWS_PAGER", "");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    Invocation call = new Invocation(List.of(), environment, home.folder(), "", typed, false);
    return program.run(List.of(command), call);
  }
}
