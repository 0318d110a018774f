package dev.keyturn.cli.command.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Programs;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<EnvironmentChange> changes = new ArrayList<>();

  @BeforeEach
  void a_session_of_dev() throws IOException {
    Files.writeString(
        folder.resolve("credentials"),
        """
        [dev-long-term]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
        [dev]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
        aws_session_token = token
        expiration = 2026-11-21 21:00:00
        """);
    environment.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
  }

  private final class Recorded implements Programs, Output {

    @Override
    public void require(String program) {
      events.add("require " + program);
      if (program.equals("missing")) {
        throw new Failure.NoProgram(program, false).exception();
      }
    }

    @Override
    public int run(List<String> command, EnvironmentChange change) {
      changes.add(change);
      events.add("run " + command);
      return 42;
    }

    @Override
    public int runShell(EnvironmentChange change) {
      changes.add(change);
      events.add("shell");
      return 0;
    }

    @Override
    public void data(String text) {
      throw new AssertionError("standard output is the program's");
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void error(String text) {
      events.add(text);
    }
  }

  private ExitStatus exec(String... words) {
    AwsFiles files =
        new AwsFiles(environment, "/", FileSystems.getDefault(), (name, wait) -> () -> {});
    StateFolder state = new StateFolder(folder.resolve("state"));
    Recorded world = new Recorded();
    ProfileCredentials profiles =
        new ProfileCredentials(
            files,
            new FileSessionStore(state),
            new KeyRecords(state),
            AwsCliCache.NONE,
            ExecCommandTest::interrupted,
            world::note,
            CLOCK);
    Command command =
        new ExecCommand(
            environment,
            profiles,
            new ProgramRunners(world, ExecCommandTest::noServer, Beside::new),
            LocalClock.of(CLOCK),
            world);
    return command.run(Arguments.read("exec", command.syntax(), List.of(words)));
  }

  /** A program that exits with the length of its profile's name. */
  private final class Beside implements PrefixedPrograms {

    @Override
    public void require(String program) {
      events.add("require " + program);
    }

    @Override
    public int run(List<String> command, EnvironmentChange change, String prefix) {
      synchronized (events) {
        events.add(prefix + command + " as " + change.set().get("KEYTURN_PROFILE"));
      }
      return prefix.length();
    }

    @Override
    public void end() {
      synchronized (events) {
        events.add("end");
      }
    }
  }

  /** Ctrl-D, when a code is asked for. */
  private static SessionMaker interrupted() {
    throw new Failure.Interrupted().exception();
  }

  private static ServedProgram noServer() {
    throw new AssertionError("no endpoint was asked for");
  }

  private Failure refusal(String... words) {
    return catchThrowableOfType(FailureException.class, () -> exec(words)).failure();
  }

  @Test
  void the_status_of_the_program_is_passed_on() {
    assertThat(exec("dev", "--", "aws", "s3", "ls")).isEqualTo(new ExitStatus.OfProgram(42));
    assertThat(events).containsExactly("require aws", "run [aws, s3, ls]");
  }

  @Test
  void options_after_the_dashes_are_the_programs() {
    exec("dev", "--", "aws", "--profile", "x", "--", "--help", "-p");
    assertThat(events).contains("run [aws, --profile, x, --, --help, -p]");
  }

  @Test
  void without_a_profile_it_is_that_of_the_environment() {
    environment.put("AWS_PROFILE", "dev");
    exec("--", "true");
    assertThat(changes.get(0).set()).containsEntry("KEYTURN_PROFILE", "dev");
  }

  @Test
  void the_program_gets_the_session_and_nothing_that_interferes() {
    exec("-p", "dev", "--", "true");
    assertThat(changes.get(0).set())
        .containsEntry("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE")
        .containsEntry("AWS_CREDENTIAL_EXPIRATION", "2026-11-21T21:00:00Z");
    assertThat(changes.get(0).unset())
        .contains("AWS_PROFILE", "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY", "AMAZON_SESSION_TOKEN")
        .contains("AWS_CONTAINER_CREDENTIALS_FULL_URI", "KEYTURN_MFA_CODE", "KEYTURN_PROFILE_CHAIN")
        .contains("AWS_ACCOUNT_ID", "AWS_CREDENTIAL_SCOPE")
        .doesNotContain("BOTO_CONFIG", "AWS_REGION");
  }

  @Test
  void a_program_that_is_missing_costs_no_code() {
    assertThat(ExitCode.of(refusal("nobody", "--", "missing")).number()).isEqualTo(127);
  }

  @Test
  void without_a_command_it_is_a_shell_that_says_so() {
    exec("dev");
    assertThat(events)
        .containsExactly(
            "keyturn: a shell with the session of 'dev', until 21:00 (12h 0m); type exit to leave"
                + " it",
            "shell");
  }

  @Test
  void a_shell_in_a_shell_is_refused_with_the_way_out() {
    environment.put("KEYTURN_PROFILE", "other");
    Failure refusal = refusal("dev");
    assertThat(refusal.message()).contains("'other'");
    assertThat(refusal.hint()).contains("exit", "aws_env --clear", "keyturn exec dev -- COMMAND");
  }

  @Test
  void a_command_in_such_a_shell_is_not() {
    environment.put("KEYTURN_PROFILE", "other");
    exec("dev", "--", "true");
    assertThat(events).contains("run [true]");
  }

  @Test
  void a_command_without_dashes_is_shown_how_to_write_it() {
    assertThat(refusal("dev", "aws", "s3").hint()).isEqualTo("keyturn exec dev -- aws s3");
  }

  @Test
  void a_command_cannot_begin_with_a_dash() {
    assertThat(refusal("dev", "--", "-c").message()).contains("'-c' is not a command");
  }

  @Test
  void each_profile_has_its_run_and_the_worst_status_counts() throws IOException {
    Files.writeString(
        folder.resolve("credentials"),
        Files.readString(folder.resolve("credentials")).replace("dev", "staging"),
        StandardOpenOption.APPEND);
    assertThat(exec("--each", "dev, staging,dev", "--", "aws", "s3"))
        .isEqualTo(new ExitStatus.OfProgram("staging: ".length()));
    assertThat(events)
        .containsExactlyInAnyOrder(
            "require aws", "dev: [aws, s3] as dev", "staging: [aws, s3] as staging");
  }

  @Test
  void a_profile_that_has_no_session_stops_no_other() {
    assertThat(exec("--each", "nobody", "--each", "dev", "--", "true").number()).isEqualTo(5);
    assertThat(events)
        .contains("keyturn: profile 'nobody':", "hint: keyturn status")
        .contains("dev: [true] as dev");
  }

  @Test
  void no_program_outlives_keyturn_when_a_later_profile_is_interrupted() throws IOException {
    Files.writeString(
        folder.resolve("credentials"),
        """
        [prod-long-term]
        aws_access_key_id = AKIAI44QH8DHBEXAMPLE
        aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
        aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
        """,
        StandardOpenOption.APPEND);
    assertThat(refusal("--each", "dev,prod", "--", "true")).isInstanceOf(Failure.Interrupted.class);
    assertThat(events).contains("end");
  }

  @Test
  void each_is_for_a_command_and_for_nothing_else() {
    assertThat(refusal("--each", "dev").hint())
        .isEqualTo("keyturn exec --each dev,prod -- COMMAND");
    assertThat(refusal("--each", "dev", "--server", "--debug", "--", "true").hint())
        .isEqualTo("keyturn exec --each dev --debug -- COMMAND");
    assertThat(refusal("--each", "", "--", "true").message()).contains("--each needs profiles");
    assertThat(refusal("prod", "--each", "dev", "--", "true").message()).contains("--each needs");
    assertThat(refusal("--each", "dev", "--parallel", "0", "--", "true").message())
        .isEqualTo("--parallel: '0' is not a number from 1 to 999");
  }
}
