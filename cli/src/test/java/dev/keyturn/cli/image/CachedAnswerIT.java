package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes an answer from the session cache slow is what it loads, which is the same on every
 * machine. How long it takes is for {@code bench/startup} to say.
 */
@DisabledOnOs(OS.WINDOWS)
class CachedAnswerIT {

  private static final Path KEYTURN = Path.of("target/keyturn/bin/keyturn").toAbsolutePath();

  /** Each costs a tenth of an empty program's start or more; see docs/internals/launcher.md. */
  private static final List<String> EXPENSIVE =
      List.of(
          "software/amazon/",
          "picocli/",
          "tools/jackson/",
          "java/math/BigDecimal",
          "java/net/URI",
          "java/nio/channels/FileChannel",
          "java/security/SecureRandom",
          "java/time/format/DateTimeFormatter",
          "java/time/zone/",
          "java/util/regex/Pattern",
          "java/util/stream/",
          "javax/crypto/");

  @TempDir Path home;

  @BeforeEach
  void a_session_in_the_credentials_file_and_a_role_without_one() throws IOException {
    SessionInFile.writeTo(home);
    Files.writeString(
        home.resolve(".aws/config"),
        """

        [profile reader]
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = dev
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        """,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"credential-process dev", "env dev", "status dev --check", "status --short dev"})
  void initialises_nothing_expensive(String line) {
    List<String> initialised =
        logged(line, "-Xlog:class+init")
            .filter(entry -> entry.contains(" Initializing '"))
            .map(entry -> entry.substring(entry.indexOf('\'') + 1, entry.lastIndexOf('\'')))
            .dropWhile(name -> !name.equals("dev/keyturn/cli/app/Main"))
            .toList();
    assertThat(initialised)
        .contains("dev/keyturn/cli/command/line/PlainReader")
        .noneMatch(name -> EXPENSIVE.stream().anyMatch(name::startsWith));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credential-process dev",
        "env dev",
        "status dev --check",
        "status --short dev",
        "config get profile.dev.region",
        "status",
        "status dev",
        "explain dev",
        "login dev",
        "--version",
        "--help"
      })
  void finds_every_class_in_the_cache(String line) {
    // No cache contains the JVM's events, which every use of a digest loads.
    assertThat(
            logged(line, "-Xlog:class+load")
                .filter(entry -> entry.contains(" source: "))
                .filter(entry -> !entry.contains("] jdk.internal.event.")))
        .isNotEmpty()
        .allMatch(entry -> entry.contains("source: shared objects file"));
  }

  /** What the JVM logs, among the answer. */
  private Stream<String> logged(String line, String option) {
    Outcome outcome =
        Program.of(KEYTURN, line.split(" "))
            .with("HOME", home.toString())
            .with("KEYTURN_JAVA_OPTIONS", option)
            .run();
    assertThat(outcome.exit()).isZero();
    return outcome.out().lines();
  }
}
