package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java that crashes in the middle: here the program that is asked for a code makes it. */
@DisabledOnOs(OS.WINDOWS)
class CrashedJavaIT {

  @TempDir Path home;

  @BeforeEach
  void a_profile_whose_code_program_crashes_its_caller() throws IOException {
    // It does not end before its caller, which would read what it printed: nothing.
    Path program =
        Files.writeString(
            home.resolve("crash"),
            """
            #!/bin/sh
            kill -s SEGV $PPID
            while kill -0 $PPID 2>/dev/null; do sleep 0.05; done
            """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile work]
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        mfa_process = %s
        """
            .formatted(program));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [work]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
  }

  private Outcome run(String words, String javaOptions) {
    return Program.of(BuildOutput.LAUNCHER, words.split(" ", -1))
        .with("HOME", home.toString())
        .with("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
        .with("KEYTURN_JAVA_OPTIONS", javaOptions)
        .run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credential-process work",
        "env work",
        "exec work -- echo started",
        "exec --server work -- echo started",
        "login work --output json"
      })
  void standard_output_has_no_report_of_a_crash(String words) {
    assertThat(run(words, "")).isEqualTo(new Outcome(1, "", ""));
  }

  @Test
  void the_report_of_a_crash_can_be_had() {
    assertThat(run("credential-process work", "-XX:-SuppressFatalErrorMessage").out())
        .contains("SIGSEGV");
  }
}
