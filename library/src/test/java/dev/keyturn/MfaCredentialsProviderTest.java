package dev.keyturn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The provider against an STS that grants what it is asked, by the clock of the test. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MfaCredentialsProviderTest {

  private static final String CONFIG =
      """
      [profile user]
      mfa_serial = arn:aws:iam::123456789012:mfa/alice

      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = user

      [profile readonly]
      role_arn = arn:aws:iam::123456789012:role/readonly
      source_profile = user

      [profile plain]
      credential_process = /bin/echo '{"Version": 1, "AccessKeyId": "AKIAOFPROGRAM0EXAMPLE", "SecretAccessKey": "secret"}'
      """;
  private static final String CREDENTIALS =
      """
      [user]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      """;

  @TempDir private Path home = Path.of("");
  private final MovedClock clock = new MovedClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final GrantingSts sts = new GrantingSts(clock);
  private final AtomicInteger asked = new AtomicInteger();
  private final List<MfaCredentialsProvider> opened = new ArrayList<>();

  @BeforeEach
  void the_two_files() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), CONFIG);
    Files.writeString(home.resolve(".aws/credentials"), CREDENTIALS);
  }

  @AfterEach
  void close() {
    opened.forEach(MfaCredentialsProvider::close);
    sts.close();
  }

  private MfaCredentialsProvider.Builder builder(String profile) {
    return MfaCredentialsProvider.builder()
        .profileName(profile)
        .environment(Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", sts.url()))
        .codes((serialNumber, name) -> "%06d".formatted(asked.incrementAndGet()))
        .asyncCredentialUpdateEnabled(false)
        .clock(clock);
  }

  private MfaCredentialsProvider open(MfaCredentialsProvider.Builder builder) {
    MfaCredentialsProvider provider = builder.build();
    opened.add(provider);
    return provider;
  }

  private MfaCredentialsProvider provider(String profile) {
    return open(builder(profile));
  }

  @Test
  void credentials_come_with_their_end_account_and_session_token() {
    AwsCredentials credentials = provider("admin").resolveCredentials();
    assertThat(credentials.accessKeyId()).startsWith("ASIA");
    assertThat(credentials.expirationTime()).contains(clock.instant().plus(Duration.ofHours(1)));
    assertThat(credentials.accountId()).contains("123456789012");
  }

  @Test
  void a_valid_session_is_handed_out_again() {
    MfaCredentialsProvider provider = provider("admin");
    assertThat(provider.resolveCredentials()).isSameAs(provider.resolveCredentials());
    assertThat(sts.calls()).containsExactly("GetSessionToken", "AssumeRole");
  }

  @Test
  void another_role_on_the_device_asks_no_code() {
    provider("admin").resolveCredentials();
    provider("readonly").resolveCredentials();
    open(builder("user").roleArn("arn:aws:iam::123456789012:role/third")).resolveCredentials();
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_program_that_runs_across_the_end_of_role_sessions_goes_on_without_a_code() {
    MfaCredentialsProvider provider = provider("admin");
    Set<String> ids = ConcurrentHashMap.newKeySet();
    for (int minutes = 0; minutes < 11 * 60; minutes += 10) {
      AwsCredentials credentials = provider.resolveCredentials();
      assertThat(credentials.expirationTime().orElseThrow()).isAfter(clock.instant());
      ids.add(credentials.accessKeyId());
      clock.pass(Duration.ofMinutes(10));
    }
    assertThat(ids).hasSizeGreaterThan(10);
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_callback_is_asked_ahead_of_the_end() {
    MfaCredentialsProvider provider = provider("user");
    provider.resolveCredentials();
    clock.pass(Duration.ofHours(12).minusMinutes(5));
    provider.resolveCredentials();
    assertThat(asked).hasValue(1);
    clock.pass(Duration.ofSeconds(31));
    provider.resolveCredentials();
    assertThat(asked).hasValue(2);
  }

  @Test
  void what_fails_ahead_of_the_end_disturbs_nobody() {
    MfaCredentialsProvider provider = provider("admin");
    AwsCredentials first = provider.resolveCredentials();
    clock.pass(Duration.ofMinutes(50));
    sts.refuse();
    assertThat(provider.resolveCredentials()).isSameAs(first);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void while_aws_hangs_a_valid_session_is_handed_out_within_about_a_second(boolean async) {
    MfaCredentialsProvider provider = provider("admin");
    AwsCredentials first = provider.resolveCredentials();
    sts.hang();
    for (Duration left : List.of(Duration.ofMinutes(10), Duration.ofSeconds(30))) {
      clock.set(first.expirationTime().orElseThrow().minus(left));
      Instant begin = Instant.now();
      assertThat(provider.resolveCredentials()).isSameAs(first);
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }
    clock.set(first.expirationTime().orElseThrow().minus(Duration.ofMinutes(10)));
    Instant begin = Instant.now();
    MfaCredentialsProvider ofNewProcess =
        open(builder("admin").asyncCredentialUpdateEnabled(async));
    assertThat(ofNewProcess.resolveCredentials().accessKeyId()).isEqualTo(first.accessKeyId());
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_kept_session_that_is_due_is_renewed_once_it_was_handed_out() {
    AwsCredentials first = provider("admin").resolveCredentials();
    clock.pass(Duration.ofMinutes(50));
    MfaCredentialsProvider provider = provider("admin");
    provider.resolveCredentials();
    assertThat(provider.resolveCredentials().accessKeyId()).isNotEqualTo(first.accessKeyId());
    assertThat(sts.calls()).containsExactly("GetSessionToken", "AssumeRole", "AssumeRole");
  }

  @Test
  void a_callback_that_fails_ahead_of_the_end_disturbs_nobody() {
    AtomicBoolean failing = new AtomicBoolean();
    MfaCredentialsProvider provider =
        open(
            builder("user")
                .codes((serialNumber, name) -> {
                  if (failing.get()) {
                    throw new IllegalStateException("no window");
                  }
                  return "123456";
                }));
    AwsCredentials first = provider.resolveCredentials();
    failing.set(true);
    clock.pass(Duration.ofHours(12).minusMinutes(4));
    assertThat(provider.resolveCredentials()).isSameAs(first);
    clock.pass(Duration.ofMinutes(3).plusSeconds(30));
    assertThat(provider.resolveCredentials()).isSameAs(first);
    clock.pass(Duration.ofSeconds(30));
    assertThatThrownBy(provider::resolveCredentials).hasMessage("no window");
  }

  @Test
  void a_cancelled_prompt_gives_no_credentials() {
    MfaCredentialsProvider provider = open(builder("user").codes((serialNumber, name) -> null));
    assertThatThrownBy(provider::resolveCredentials)
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("interrupted");
    assertThat(sts.calls()).isEmpty();
  }

  @Test
  void windows_can_be_set() {
    MfaCredentialsProvider provider =
        open(
            builder("admin")
                .renewWithin(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofSeconds(30)));
    AwsCredentials first = provider.resolveCredentials();
    clock.pass(Duration.ofMinutes(58));
    assertThat(provider.resolveCredentials()).isSameAs(first);
    clock.pass(Duration.ofSeconds(1));
    provider.resolveCredentials();
    assertThat(provider.resolveCredentials()).isNotSameAs(first);
  }

  @Test
  void many_threads_and_providers_ask_one_code() {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    List<MfaCredentialsProvider> providers =
        IntStream.range(0, 4).mapToObj(i -> provider("admin")).toList();
    IntStream.range(0, 64)
        .parallel()
        .forEach(i -> ids.add(providers.get(i % 4).resolveCredentials().accessKeyId()));
    assertThat(ids).hasSize(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void in_memory_nothing_is_left_on_disk() {
    MfaCredentialsProvider provider = open(builder("admin").cacheInMemory());
    provider.resolveCredentials();
    assertThat(provider.resolveCredentials().accessKeyId()).startsWith("ASIA");
    assertThat(home.resolve(".local")).doesNotExist();
    assertThat(asked).hasValue(1);
  }

  @Test
  void sts_is_called_by_the_client_of_the_application() {
    try (StsClient client = stsClient()) {
      AwsCredentials credentials =
          open(builder("admin").environment(Map.of("HOME", home.toString())).stsClient(client))
              .resolveCredentials();
      assertThat(credentials.accessKeyId()).startsWith("ASIA");
      assertThat(credentials.expirationTime()).contains(clock.instant().plus(Duration.ofHours(1)));
      assertThat(credentials.accountId()).contains("123456789012");
      assertThat(sts.calls()).containsExactly("GetSessionToken", "AssumeRole");
    }
  }

  @Test
  void a_client_of_the_application_sends_a_code_once_whatever_its_retries() {
    sts.fail();
    try (StsClient client = stsClient()) {
      assertThatThrownBy(() -> open(builder("user").stsClient(client)).resolveCredentials())
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("HTTP 500");
      assertThat(sts.calls()).filteredOn("GetSessionToken"::equals).hasSize(1);
    }
  }

  @Test
  void what_a_client_of_the_application_is_refused_is_reported_as_always() {
    sts.refuse();
    try (StsClient client = stsClient()) {
      assertThatThrownBy(() -> open(builder("user").stsClient(client)).resolveCredentials())
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("AWS does not know access key AKIAIOSFODNN7EXAMPLE");
    }
  }

  private StsClient stsClient() {
    return StsClient.builder()
        .endpointOverride(URI.create(sts.url()))
        .region(Region.EU_WEST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  @Test
  void a_profile_without_mfa_is_left_to_the_sdk() {
    assertThat(provider("plain").resolveCredentials())
        .isInstanceOf(AwsBasicCredentials.class)
        .extracting(AwsCredentials::accessKeyId)
        .isEqualTo("AKIAOFPROGRAM0EXAMPLE");
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_failure_says_what_to_do_and_no_secret() {
    sts.refuse();
    assertThatThrownBy(() -> provider("admin").resolveCredentials())
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("hint: ")
        .hasMessageNotContaining("wJalr");
    assertThatThrownBy(() -> provider("nobody").resolveCredentials())
        .hasMessageContaining("there is no profile 'nobody'");
  }

  @Test
  void a_new_thread_renews_ahead_of_time() throws InterruptedException {
    MfaCredentialsProvider provider = open(builder("admin").asyncCredentialUpdateEnabled(true));
    AwsCredentials first = provider.resolveCredentials();
    clock.pass(Duration.ofMinutes(41));
    assertThat(provider.resolveCredentials()).isSameAs(first);
    for (int i = 0; i < 500 && provider.resolveCredentials().equals(first); i++) {
      Thread.sleep(10);
    }
    assertThat(provider.resolveCredentials()).isNotEqualTo(first);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void without_a_callback_the_program_of_the_profile_is_asked_ahead_of_the_end_too()
      throws IOException {
    Path program = programThatCounts();
    MfaCredentialsProvider provider = open(ofProfileAlone("user"));
    provider.resolveCredentials();
    assertThat(Files.readString(program.resolveSibling("asked")))
        .isEqualTo("arn:aws:iam::123456789012:mfa/alice\n");
    clock.pass(Duration.ofHours(12).minusMinutes(4));
    provider.resolveCredentials();
    assertThat(Files.readAllLines(program.resolveSibling("asked"))).hasSize(2);
    assertThat(sts.calls()).containsExactly("GetSessionToken", "GetSessionToken");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_callback_is_asked_in_place_of_the_program_of_the_profile() throws IOException {
    Path program = programThatCounts();
    provider("user").resolveCredentials();
    assertThat(asked).hasValue(1);
    assertThat(program.resolveSibling("asked")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void many_threads_run_the_program_of_the_profile_once() throws IOException {
    Path program = programThatCounts();
    List<MfaCredentialsProvider> providers =
        IntStream.range(0, 4).mapToObj(i -> open(ofProfileAlone("admin"))).toList();
    IntStream.range(0, 32).parallel().forEach(i -> providers.get(i % 4).resolveCredentials());
    assertThat(Files.readAllLines(program.resolveSibling("asked"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_program_that_gives_no_code_is_reported() throws IOException {
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [profile user]
        mfa_process = echo nothing
        mfa_serial = arn:aws:iam::123456789012:mfa/alice
        """);
    assertThatThrownBy(() -> open(ofProfileAlone("user")).resolveCredentials())
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("mfa_process of profile 'user' did not write six digits");
  }

  private MfaCredentialsProvider.Builder ofProfileAlone(String profile) {
    return MfaCredentialsProvider.builder()
        .profileName(profile)
        .environment(
            Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", sts.url(), "PATH", "/usr/bin:/bin"))
        .asyncCredentialUpdateEnabled(false)
        .clock(clock);
  }

  /** An {@code mfa_process} of the user that writes down for which device it was asked. */
  private Path programThatCounts() throws IOException {
    Path program = home.resolve("a program");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$AWS_MFA_SERIAL" >> "${0%/*}/asked"
        wc -l < "${0%/*}/asked" | awk '{printf "%06d\\n", $1}'
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        home.resolve(".aws/config"),
        CONFIG.replace("[profile user]\n", "[profile user]\nmfa_process = '" + program + "'\n"));
    return program;
  }

  @Test
  void after_it_was_closed_it_goes_on_without_its_thread() {
    MfaCredentialsProvider provider = open(builder("admin").asyncCredentialUpdateEnabled(true));
    AwsCredentials first = provider.resolveCredentials();
    provider.close();
    clock.pass(Duration.ofMinutes(41));
    provider.resolveCredentials();
    assertThat(provider.resolveCredentials()).isNotEqualTo(first);
    assertThat(asked).hasValue(1);
  }

  @Test
  void its_threads_write_nothing_once_it_is_closed() {
    AwsCredentials first = provider("admin").resolveCredentials();
    sts.hang();
    clock.set(first.expirationTime().orElseThrow().minus(Duration.ofMinutes(10)));
    MfaCredentialsProvider renewing = open(builder("admin").asyncCredentialUpdateEnabled(true));
    renewing.resolveCredentials();
    assertThat(renewals()).isNotEmpty();
    renewing.close();
    assertThat(renewals()).isEmpty();
  }

  private static List<Thread> renewals() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("keyturn-renewal"))
        .toList();
  }

  @Test
  void it_says_nothing_of_its_credentials() {
    MfaCredentialsProvider provider = provider("admin");
    provider.resolveCredentials();
    assertThat(provider).hasToString("MfaCredentialsProvider(admin)");
  }
}
