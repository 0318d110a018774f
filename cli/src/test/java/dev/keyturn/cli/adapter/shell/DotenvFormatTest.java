package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What python-dotenv, Node and Docker read of a {@code .env} file. */
class DotenvFormatTest {

  private static final List<String> VALUES =
      Hostile.values(300).stream().filter(DotenvFormatTest::isWritable).toList();

  @TempDir private Path folder;

  private static boolean isWritable(String value) {
    try {
      DotenvFormat.quote("NAME", value);
      return true;
    } catch (FailureException e) {
      return false;
    }
  }

  private Path file() throws IOException {
    Path file = folder.resolve(".env");
    Files.writeString(file, new DotenvFormat().render(Hostile.change(VALUES)));
    return file;
  }

  @Test
  void python_dotenv_reads_every_value() throws IOException {
    Installed python = Installed.program("python3");
    String missing = python.run(Map.of("HOME", folder.toString()), "-c", "import dotenv");
    boolean required = "required".equals(System.getenv("KEYTURN_CLIENTS"));
    assumeTrue(missing.isEmpty() || required, "python-dotenv is not installed");
    String read =
        python.run(
            Map.of("HOME", folder.toString()),
            "-c",
            """
            import dotenv, sys
            for value in dotenv.dotenv_values(sys.argv[1]).values():
                sys.stdout.write(value + chr(0))
            """,
            file().toString());
    assertThat(read.split("\0", -1)).startsWith(VALUES.toArray(String[]::new));
  }

  @Test
  void node_reads_every_value() throws IOException {
    Installed node = Installed.program("node");
    String help = node.run(Map.of(), "--help");
    assumeTrue(help.contains("--env-file"), "this Node reads no .env files");
    String read =
        node.run(
            Map.of(),
            "--env-file=" + file(),
            "-e",
            "for (let i = 0; i < "
                + VALUES.size()
                + "; i++)"
                + " process.stdout.write(process.env['VALUE_' + i] + '\\0')");
    assertThat(read.split("\0", -1)).startsWith(VALUES.toArray(String[]::new));
  }

  @Test
  void what_aws_hands_out_needs_no_quotes_which_docker_would_take_for_its_own() {
    String token = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+abc/def==";
    assertThat(DotenvFormat.quote("AWS_SESSION_TOKEN", token)).isEqualTo(token);
    assertThat(DotenvFormat.quote("AWS_CREDENTIAL_EXPIRATION", "2026-11-21T21:04:00Z"))
        .isEqualTo("2026-11-21T21:04:00Z");
  }

  @Test
  void a_value_that_readers_would_disagree_on_is_refused_without_telling_it() {
    Throwable refusal = catchThrowable(() -> DotenvFormat.quote("NAME", "s3cr3t'\"${HOME}"));
    assertThat(refusal).isInstanceOf(FailureException.class).hasMessageContaining("NAME");
    assertThat(refusal).hasMessageNotContaining("s3cr3t");
  }

  @Test
  void docker_gets_the_value_unchanged() {
    assertThat(new DockerFormat().render(Hostile.change(List.of("'a b' #c \"d\""))))
        .isEqualTo("VALUE_0='a b' #c \"d\"\n");
  }
}
