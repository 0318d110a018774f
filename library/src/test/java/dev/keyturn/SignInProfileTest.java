package dev.keyturn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Roles on a profile of {@code aws login}, whose credentials the SDK reads. */
class SignInProfileTest {

  private static final String SESSION = "arn:aws:iam::123456789012:user/alice";
  private static final String CACHE = "aws.loginCacheDirectory";

  private static final String CONFIG =
      """
      [profile console]
      login_session = %1$s
      region = us-east-1

      [profile coded]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = console
      mfa_serial = arn:aws:iam::123456789012:mfa/alice

      [profile uncoded]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = console
      """
          .formatted(SESSION);

  private static final String TOKEN =
      """
      {"accessToken": {"accessKeyId": "ASIAIOSFODNN7EXAMPLE", "secretAccessKey": "secret",
        "sessionToken": "token", "accountId": "123456789012", "expiresAt": "3025-09-14T04:05:45Z"},
       "tokenType": "aws_sigv4", "clientId": "arn:aws:signin:::devtools/same-device",
       "refreshToken": "refresh", "idToken": "e30.e30.e30", "dpopKey": "key"}
      """;

  @TempDir private Path home = Path.of("");
  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final GrantingSts sts = new GrantingSts(clock);
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void a_person_has_signed_in() throws IOException, GeneralSecurityException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), CONFIG);
    byte[] name =
        MessageDigest.getInstance("SHA-256").digest(SESSION.getBytes(StandardCharsets.UTF_8));
    Files.writeString(home.resolve(HexFormat.of().formatHex(name) + ".json"), TOKEN);
    System.setProperty(CACHE, home.toString());
  }

  @AfterEach
  void close() {
    System.clearProperty(CACHE);
    sts.close();
  }

  private AwsCredentials credentials(String profile) {
    try (MfaCredentialsProvider provider =
        MfaCredentialsProvider.builder()
            .profileName(profile)
            .environment(Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", sts.url()))
            .codes((serialNumber, name) -> "%06d".formatted(asked.incrementAndGet()))
            .clock(clock)
            .build()) {
      return provider.resolveCredentials();
    }
  }

  @Test
  void a_role_that_names_a_device_is_assumed_with_a_code() {
    assertThat(credentials("coded").expirationTime()).contains(clock.instant().plusSeconds(3600));
    assertThat(sts.calls()).containsExactly("AssumeRole");
    assertThat(asked).hasValue(1);
    credentials("coded");
    assertThat(asked).as("kept").hasValue(1);
  }

  @Test
  void a_role_that_names_none_is_assumed_without_one() {
    assertThat(credentials("uncoded").expirationTime()).contains(clock.instant().plusSeconds(3600));
    assertThat(sts.calls()).containsExactly("AssumeRole");
    assertThat(asked).hasValue(0);
  }

  @Test
  void the_profile_itself_is_used_as_it_is() {
    assertThat(credentials("console").accessKeyId()).isEqualTo("ASIAIOSFODNN7EXAMPLE");
    assertThat(sts.calls()).isEmpty();
  }
}
