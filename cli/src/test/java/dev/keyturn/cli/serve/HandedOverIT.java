package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every client takes a role's session from each of the places where Keyturn can put it, while keys
 * in {@code [default]} that AWS does not know wait to be used instead.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HandedOverIT {

  private static final Path KEYTURN = BuildOutput.LAUNCHER;
  private static final String ADMIN = "arn:aws:sts::123456789012:assumed-role/admin/alice";

  enum Source {
    CREDENTIALS_FILE,
    ENVIRONMENT,
    DOTENV,
    CREDENTIAL_PROCESS,
    CONTAINER_ENDPOINT,
    INSTANCE_METADATA
  }

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Company company;

  @BeforeAll
  static void log_in() throws Exception {
    company = Company.start(home, 3600);
    keyturn("login", "admin", company.code());
    // AWS tools use a profile's role before its program: another name hands the role on.
    String line = KEYTURN + " credential-process admin";
    keyturn("config", "set", "profile.tools.credential_process", line);
    keyturn("config", "set", "profile.tools.region", "eu-west-1");
    keyturn("env", "admin", "--file", home.resolve(".env").toString());
  }

  @AfterAll
  static void stop() {
    company.close();
  }

  static Stream<Arguments> every_client_with_every_source() {
    return Sdk.all().stream()
        .flatMap(sdk -> Arrays.stream(Source.values()).map(source -> Arguments.of(sdk, source)));
  }

  @ParameterizedTest
  @MethodSource("every_client_with_every_source")
  void a_client_takes_the_session_from(Sdk sdk, Source source) throws Exception {
    sdk.require();
    assertThat(arn(sdk, source)).isEqualTo(ADMIN);
  }

  private static String arn(Sdk sdk, Source source) throws Exception {
    List<String> command = sdk.command(company);
    return switch (source) {
      case CREDENTIALS_FILE -> run(command, Map.of("AWS_PROFILE", "admin-mfa"));
      case ENVIRONMENT -> run(through(List.of("exec", "admin", "--"), command), Map.of());
      case DOTENV -> run(sdk.commandWithDotenv(company, home.resolve(".env")), Map.of());
      case CREDENTIAL_PROCESS -> run(command, Map.of("AWS_PROFILE", "tools"));
      case CONTAINER_ENDPOINT -> runAt("--ecs", command);
      case INSTANCE_METADATA -> runAt("--imds", command);
    };
  }

  private static List<String> through(List<String> words, List<String> command) {
    List<String> all = new ArrayList<>(List.of(KEYTURN.toString()));
    all.addAll(words);
    all.addAll(command);
    return all;
  }

  private static String runAt(String form, List<String> command) throws Exception {
    try (Endpoint endpoint = Endpoint.start(company, "admin", form)) {
      return Company.output(Company.start(command, endpoint.environment()));
    }
  }

  private static String run(List<String> command, Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.putAll(more);
    return Company.output(Company.start(command, environment));
  }

  private static void keyturn(String... words) throws Exception {
    run(through(List.of(words), List.of()), Map.of());
  }
}
