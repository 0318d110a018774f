package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.cli.transcript.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sessions of every layout, as the real clients take them: the AWS CLI and boto3 list users and
 * buckets with the profile that the layout's own tool would have written. Codes come from oathtool.
 * Skipped where a program is missing, unless {@code KEYTURN_CLIENTS} is {@code required}.
 */
class ClientsIT {

  private static final Path AWS_CLI = Path.of("/usr/bin/aws");
  private static final Path OATHTOOL = Path.of("/usr/bin/oathtool");
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String BOTO3 =
      """
      import sys, boto3
      session = boto3.Session(profile_name=sys.argv[1], region_name="us-east-1")
      iam = session.client("iam", endpoint_url=sys.argv[2])
      print([user["UserName"] for user in iam.list_users()["Users"]])
      s3 = session.client("s3", endpoint_url=sys.argv[2])
      print([bucket["Name"] for bucket in s3.list_buckets()["Buckets"]])
      """;

  @ParameterizedTest
  @CsvSource({
    "layout-default-suffix, account1, account1-default, account1",
    "layout-long-term-suffix, account1, account1-long-term, account1",
    "layout-source-profile, my-profile, my-mfa-profile, my-profile",
    "layout-role, admin, iamuser, admin-mfa",
    "layout-plain, smce-veda, smce-veda, smce-veda-mfa",
  })
  void the_aws_cli_lists_with_the_session_what_it_may_not_list_without(
      String layout, String profile, String longTerm, String target) {
    Installed.python("pty");
    Installed.program(AWS_CLI);
    Installed.program(OATHTOOL);
    try (Stage stage = new Stage("aws-cli", layout)) {
      assertThat(stage.aws(longTerm, "s3", "ls").err()).contains("AccessDenied");
      stage.login(profile);
      assertThat(stage.aws(target, "s3", "ls").out()).endsWith(" examplebucket\n");
      assertThat(stage.aws(target, "iam", "list-users", "--query", "Users[].UserName").out())
          .contains("\"alice\"", "\"twin\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "layout-default-suffix, account1, account1",
    "layout-long-term-suffix, account1, account1",
    "layout-source-profile, my-profile, my-profile",
    "layout-role, admin, admin-mfa",
    "layout-plain, smce-veda, smce-veda-mfa",
  })
  void boto3_lists_with_the_session(String layout, String profile, String target) {
    Installed.python("pty, boto3");
    Installed.program(OATHTOOL);
    try (Stage stage = new Stage("boto3", layout)) {
      stage.login(profile);
      Outcome listed =
          stage.run(InstalledProgram.python(), "-c", BOTO3, target, stage.sandbox.url());
      assertThat(listed.err()).isEmpty();
      assertThat(listed.out()).contains("'alice'", "['examplebucket']");
    }
  }

  /** The files of a layout's story, a sandbox and the programs. */
  private static final class Stage implements AutoCloseable {

    private final SandboxProcess sandbox;
    private final InstalledProgram program;
    private final StoryHome home;

    Stage(String client, String layout) {
      Transcript story =
          Transcript.all().stream().filter(it -> it.name().equals(layout)).findAny().orElseThrow();
      Path folder = Path.of("target", "clients", client, layout).toAbsolutePath();
      this.home = StoryHome.create(folder.resolve("home"), story.homeFiles());
      this.program = new InstalledProgram(folder.resolve("call"));
      this.sandbox =
          SandboxProcess.start(
              SandboxProcess.image(),
              folder,
              story.company(),
              Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    void login(String profile) {
      String at = "@" + sandbox.now().getEpochSecond();
      String code = run(OATHTOOL.toString(), "--totp", "-b", SEED, "--now", at).out().strip();
      Outcome login = run(InstalledProgram.launcher().toString(), "login", profile, code);
      assertThat(login.exit()).as(login.err()).isZero();
    }

    Outcome aws(String profile, String... words) {
      List<String> command =
          new ArrayList<>(
              List.of(AWS_CLI.toString(), "--profile", profile, "--region", "us-east-1"));
      command.addAll(List.of("--endpoint-url", sandbox.url()));
      command.addAll(List.of(words));
      return run(command.toArray(String[]::new));
    }

    Outcome run(String... command) {
      Map<String, String> environment = new LinkedHashMap<>();
      environment.put("HOME", home.folder().toString());
      environment.put("AWS_ENDPOINT_URL", sandbox.url());
      environment.put("AWS_PAGER", "");
      Invocation call = new Invocation(List.of(), environment, home.folder(), "", List.of(), false);
      return program.run(List.of(command), call);
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
