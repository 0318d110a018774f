package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An AWS whose certificate nobody trusts who does not have its {@code ca_bundle}. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CaBundleTest {

  private static final String ALICE = "arn:aws:iam::123456789012:user/alice";

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Company company;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    company = Company.start(home, 3600, "--tls");
  }

  @AfterAll
  static void stop() {
    company.close();
  }

  @BeforeEach
  void the_environment_names_no_bundle() {
    environment.putAll(company.environment());
  }

  private record Answer(int exit, String out, String err) {}

  private Answer keyturn(String... words) throws Exception {
    Process process = Company.start(company.command(List.of(words)), environment);
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), out, err);
  }

  private static void inConfig(String setting) throws IOException {
    Path config = home.resolve(".aws/config");
    String text = Files.readString(config).replaceAll("ca_bundle = .*\n", "");
    Files.writeString(config, text.replace("[profile alice]\n", "[profile alice]\n" + setting));
  }

  @Test
  void the_bundle_of_the_profile_is_honoured_by_every_call_and_handed_on() throws Exception {
    inConfig("ca_bundle = " + company.caBundle() + "\n");
    assertThat(keyturn("login", "alice", company.code()).err()).doesNotContain("hint");
    assertThat(keyturn("whoami", "alice", "--query", "arn").out()).isEqualTo(ALICE + "\n");
    assertThat(keyturn("exec", "admin", "--", "printenv", "AWS_CA_BUNDLE").out())
        .isEqualTo(company.caBundle() + "\n");
    assertThat(keyturn("env", "alice").out()).contains("AWS_CA_BUNDLE='" + company.caBundle());
    assertThat(Files.readString(home.resolve(".aws/config")))
        .contains("[profile alice-mfa]\nregion = eu-west-1\nca_bundle = " + company.caBundle());
  }

  @Test
  void a_client_that_is_handed_the_session_reaches_aws() throws Exception {
    Client.BOTO3.require();
    inConfig("ca_bundle = " + company.caBundle() + "\n");
    String program =
        "import boto3, os; print(boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])"
            + ".get_caller_identity()['Arn'])";
    for (String way : List.of("--min-remaining=15m", "--server")) {
      assertThat(keyturn("exec", way, "reader", "--", "/usr/bin/python3", "-c", program))
          .isEqualTo(new Answer(0, "arn:aws:sts::123456789012:assumed-role/reader/alice\n", ""));
    }
  }

  static Stream<Path> what_is_no_bundle() throws Exception {
    Path pipe = home.resolve("pipe");
    if (!Files.exists(pipe)) {
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    }
    return Stream.of(
        home.resolve("missing"),
        home,
        pipe,
        Path.of("/dev/zero"),
        Files.writeString(home.resolve("empty.pem"), ""),
        Files.writeString(home.resolve("text.pem"), "no certificate\n"),
        Files.writeString(
            home.resolve("broken.pem"),
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
  }

  @ParameterizedTest
  @MethodSource("what_is_no_bundle")
  void a_bundle_that_cannot_be_read_is_named_at_once_and_costs_no_code(Path bundle)
      throws Exception {
    inConfig("ca_bundle = " + bundle + "\n");
    String code = company.code();
    Answer answer = keyturn("login", "alice", "--force", code);
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err())
        .contains(bundle.toString(), home.resolve(".aws/config") + ":2")
        .doesNotContain("Exception", "java");
  }

  @Test
  void a_blank_variable_is_ignored_and_the_profile_is_used() throws Exception {
    inConfig("ca_bundle = " + company.caBundle() + "\n");
    environment.put("AWS_CA_BUNDLE", " ");
    assertThat(keyturn("whoami", "alice", "--query", "account").out()).isEqualTo("123456789012\n");
  }

  @Test
  void an_authority_that_nobody_trusts_is_reported_with_the_variable_that_names_another()
      throws Exception {
    inConfig("");
    Answer answer = keyturn("whoami", "alice");
    assertThat(answer.exit()).isEqualTo(6);
    assertThat(answer.err())
        .contains("certificate", "AWS_CA_BUNDLE")
        .doesNotContain("PKIX", "sun.", "javax", "Exception");
  }

  @Test
  void a_bundle_without_the_authority_is_named() throws Exception {
    inConfig("ca_bundle = /etc/ssl/certs/ca-certificates.crt\n");
    Answer answer = keyturn("whoami", "alice");
    assertThat(answer.exit()).isEqualTo(6);
    assertThat(answer.err()).contains("/etc/ssl/certs/ca-certificates.crt").doesNotContain("PKIX");
  }
}
