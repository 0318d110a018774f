package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A setup that is left by Ctrl-C, which ends the process wherever it is. */
class SetupIT {

  private static final String COMPANY =
      """
      {"Accounts": [{"AccountId": "123456789012", "Users": [
        {"UserName": "newcomer",
         "AccessKeys": [{"AccessKeyId": "AKIANEWCOMER000EXAMPLE",
                         "SecretAccessKey": "newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000"}],
         "Policies": [{"PolicyName": "self", "PolicyDocument": {"Statement": {
           "Effect": "Allow", "Action": "iam:*", "Resource": "*"}}}]}]}]}
      """;

  private static final String KEYS =
      """
      [newcomer]
      aws_access_key_id = AKIANEWCOMER000EXAMPLE
      aws_secret_access_key = newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000
      """;

  private StoryHome home;
  private InstalledProgram program;
  private SandboxProcess sandbox;

  @BeforeAll
  static void a_driver() {
    Installed.python("pty");
  }

  @BeforeEach
  void a_user_without_an_mfa_device(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    Path folder = Path.of("target", "setup", name).toAbsolutePath();
    home = StoryHome.create(folder.resolve("home"), Map.of(".aws/credentials", KEYS));
    program = new InstalledProgram(folder.resolve("call"));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    sandbox = SandboxProcess.start(SandboxProcess.image(), folder, COMPANY, now);
  }

  @AfterEach
  void the_sandbox_ends() {
    sandbox.close();
  }

  @Test
  void at_a_question_it_ends_the_line_and_says_how_to_go_on() {
    Outcome setup = setup("^C");
    assertThat(setup.exit()).as("%s", setup).isEqualTo(130);
    assertThat(setup.screen())
        .endsWith(
            "tty> The user has no MFA device. Enroll an app now? [Y/n]", Outcome.TYPED, "tty> ^C");
    assertThat(program.endsLine()).as("%s", setup).isTrue();
    assertThat(setup.err()).isEqualTo("to continue later: keyturn setup newcomer\n");
  }

  @Test
  void while_a_device_is_enrolled_it_is_removed_before_setup_says_how_to_go_on() {
    Outcome setup = setup("y", "secret", "^C");
    assertThat(setup.exit()).as("%s", setup).isEqualTo(130);
    assertThat(setup.err())
        .isEqualTo(
            """
            keyturn: the unfinished MFA device arn:aws:iam::123456789012:mfa/newcomer was removed
            to continue later: keyturn setup newcomer
            """);
    assertThat(program.echoes()).as("%s", setup).isTrue();
  }

  private Outcome setup(String... typed) {
    Map<String, String> environment =
        Map.of("HOME", home.folder().toString(), "AWS_ENDPOINT_URL", sandbox.url());
    return program.run(
        new Invocation(
            List.of("setup", "newcomer"), environment, home.folder(), "", List.of(typed), false));
  }
}
