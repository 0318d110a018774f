package dev.keyturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A {@code credential_process} that is built on the library and asks for its own profile. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgramWithinItselfTest {

  @TempDir private Path home = Path.of("");
  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final GrantingSts sts = new GrantingSts(clock);

  /** A program that notes for whom it is run. */
  @BeforeEach
  void a_program() throws IOException {
    Path program = home.resolve("program");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$KEYTURN_PROFILE_CHAIN" >>'%s'
        echo '{"Version": 1, "AccessKeyId": "AKIAOFPROGRAM0EXAMPLE", "SecretAccessKey": "secret"}'
        """
            .formatted(home.resolve("chains")));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile looping]
        credential_process = %s
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = looping
        """
            .formatted(program));
  }

  @AfterEach
  void close() {
    sts.close();
  }

  private AwsCredentials credentials(String profile, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("AWS_ENDPOINT_URL", sts.url());
    try (MfaCredentialsProvider provider =
        MfaCredentialsProvider.builder()
            .profileName(profile)
            .environment(environment)
            .asyncCredentialUpdateEnabled(false)
            .clock(clock)
            .build()) {
      return provider.resolveCredentials();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"looping", "role"})
  void it_is_reported_and_begins_nothing(String profile) throws IOException {
    credentials(profile, Map.of());
    String chain = Files.readString(home.resolve("chains")).strip();
    Map<String, String> inside =
        Map.of(
            "KEYTURN_PROFILE_CHAIN",
            chain,
            "KEYTURN_HOME",
            home.resolve("nothing-kept").toString());
    assertThatThrownBy(() -> credentials(profile, inside))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("looping -> looping");
    assertThat(Files.readString(home.resolve("chains")).strip()).isEqualTo(chain);
  }
}
