package dev.keyturn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.AwsFiles;
import dev.keyturn.command.port.Output;
import dev.keyturn.domain.profile.SessionPlanner;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExplainCommandTest {

  private static final String CONFIG =
      """
      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = iamuser
      mfa_serial = arn:aws:iam::123456789012:mfa/alice
      external_id = example
      region = eu-central-1
      """;

  private static final String CREDENTIALS =
      """
      [iamuser]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      """;

  @TempDir private Path folder;

  private final StringBuilder answer = new StringBuilder();

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve("config"), CONFIG);
    Files.writeString(folder.resolve("credentials"), CREDENTIALS);
  }

  private String explain(String... words) {
    Map<String, String> environment =
        Map.of(
            "AWS_CONFIG_FILE", folder.resolve("config").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    AwsFiles files =
        new AwsFiles(environment, "/", FileSystems.getDefault(), (name, wait) -> () -> {});
    Command command =
        new ExplainCommand(environment, files, new SessionPlanner(), new Answer(answer));
    CommandSpec spec = CommandSpec.create();
    command.declare(spec);
    assertThat(command.run(new Arguments(new CommandLine(spec).parseArgs(words))))
        .isEqualTo(ExitCode.DONE);
    return answer.toString().replace(folder.toString(), "FOLDER");
  }

  private record Answer(StringBuilder text) implements Output {

    @Override
    public void line(String line) {
      text.append(line).append('\n');
    }

    @Override
    public void text(String part) {
      text.append(part);
    }

    @Override
    public void error(String line) {
      throw new AssertionError("explain writes no notes: " + line);
    }
  }

  @Test
  void json_has_the_documented_shape() {
    assertThat(explain("admin", "--output", "json"))
        .isEqualToIgnoringNewLines(
            """
            {"profile":"admin",
            "layout":"role",
            "target":"admin-mfa",
            "region":"eu-central-1",
            "endpoint":"https://sts.eu-central-1.amazonaws.com",
            "partition":"aws",
            "device":{"serial_number":"arn:aws:iam::123456789012:mfa/alice","kind":"virtual"},
            "base":{"kind":"access-key","profile":"iamuser"},
            "steps":[
            {"call":"GetSessionToken","duration_seconds":43200,"mfa":true},
            {"call":"AssumeRole","profile":"admin",
            "role_arn":"arn:aws:iam::123456789012:role/admin","external_id":"example",
            "duration_seconds":3600,"mfa":false}],
            "values":[
            {"name":"role_arn","value":"arn:aws:iam::123456789012:role/admin",
            "file":"FOLDER/config","line":2},
            {"name":"external_id","value":"example","file":"FOLDER/config","line":5},
            {"name":"source_profile","value":"iamuser","file":"FOLDER/config","line":3},
            {"name":"aws_access_key_id","value":"AKIAIOSFODNN7EXAMPLE",
            "file":"FOLDER/credentials","line":2},
            {"name":"aws_secret_access_key","value":"****","file":"FOLDER/credentials","line":3},
            {"name":"mfa_serial","value":"arn:aws:iam::123456789012:mfa/alice",
            "file":"FOLDER/config","line":4},
            {"name":"region","value":"eu-central-1","file":"FOLDER/config","line":6}],
            "warnings":[]}
            """);
  }

  @Test
  void a_value_that_no_file_says_names_its_source() {
    assertThat(explain("admin", "--role-session-name", "alice", "--output", "json"))
        .contains(
            """
            {"name":"role_session_name","value":"alice","file":null,"line":null,\
            "source":"--role-session-name"}\
            """);
  }

  @Test
  void a_device_that_is_looked_up_later_is_null() {
    assertThat(explain("iamuser", "--output", "json")).contains("\"device\":null");
  }

  @Test
  void text_tells_what_happens_by_which_calls_and_from_which_lines() {
    assertThat(explain("admin"))
        .isEqualTo(
            """
            profile     admin
            layout      role: the session is that of a role
            keys        access-key of [iamuser]
            MFA device  arn:aws:iam::123456789012:mfa/alice (virtual)
            region      eu-central-1 (partition aws)
            endpoint    https://sts.eu-central-1.amazonaws.com
            session to  [admin-mfa] in FOLDER/credentials

            calls
              1  GetSessionToken                                  12h  with the MFA code
              2  AssumeRole arn:aws:iam::123456789012:role/admin  1h
              One code makes a session of the user; roles are assumed from it without another,
              for one hour at most each.

            values
              role_arn               arn:aws:iam::123456789012:role/admin  FOLDER/config:2
              external_id            example                               FOLDER/config:5
              source_profile         iamuser                               FOLDER/config:3
              aws_access_key_id      AKIAIOSFODNN7EXAMPLE                  FOLDER/credentials:2
              aws_secret_access_key  ****                                  FOLDER/credentials:3
              mfa_serial             arn:aws:iam::123456789012:mfa/alice   FOLDER/config:4
              region                 eu-central-1                          FOLDER/config:6
            """);
  }

  @Test
  void text_tells_why_a_long_role_takes_the_code_itself() {
    assertThat(explain("admin", "--duration", "12h"))
        .contains("1  AssumeRole arn:aws:iam::123456789012:role/admin  12h  with the MFA code")
        .contains("from a session AWS would grant it one hour only");
  }

  @Test
  void text_ends_with_the_warnings() throws IOException {
    Files.writeString(folder.resolve("config"), CONFIG + "duration_seconds = soon\n");

    assertThat(explain("admin"))
        .endsWith(
            """

            warnings
              duration_seconds is 'soon', not a number of seconds; it is ignored, as the AWS CLI \
            does (FOLDER/config:7)
            """);
  }
}
