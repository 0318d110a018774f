package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A user's long-term keys wait in every place where some tool looks before it asks an endpoint: no
 * program of {@code exec --server} acts as that user.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OtherCredentialsTest {

  private static final String ID = "AKIAI44QH8DHBEXAMPLE";
  private static final String SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
  private static final String READER = "arn:aws:sts::123456789012:assumed-role/reader/alice";

  @TempDir private static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Company company;

  @BeforeAll
  static void start() throws Exception {
    company = Company.start(home, 3600);
  }

  @AfterAll
  static void stop() {
    company.close();
  }

  /** Where the keys are. */
  enum Trap {
    OLD_NAMES,
    WEB_IDENTITY,
    CREDENTIAL_FILE,
    BOTO_CONFIG,
    BOTO_OF_THE_HOME_FOLDER;

    Map<String, String> set() throws Exception {
      Files.deleteIfExists(home.resolve(".boto"));
      String boto =
          "[Credentials]\naws_access_key_id = " + ID + "\naws_secret_access_key = " + SECRET + "\n";
      return switch (this) {
        case OLD_NAMES ->
            Map.of(
                "AWS_ACCESS_KEY", ID,
                "AWS_SECRET_KEY", SECRET,
                "AMAZON_ACCESS_KEY_ID", ID,
                "AMAZON_SECRET_ACCESS_KEY", SECRET);
        case WEB_IDENTITY ->
            Map.of(
                "AWS_ROLE_ARN",
                "arn:aws:iam::123456789012:role/admin",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                home.resolve("token").toString());
        case CREDENTIAL_FILE ->
            Map.of(
                "AWS_CREDENTIAL_FILE",
                file("rsa", "AWSAccessKeyId=" + ID + "\nAWSSecretKey=" + SECRET));
        case BOTO_CONFIG -> Map.of("BOTO_CONFIG", file("boto.cfg", boto));
        case BOTO_OF_THE_HOME_FOLDER -> {
          file(".boto", boto);
          yield Map.of();
        }
      };
    }

    private static String file(String name, String text) throws Exception {
      return Files.writeString(home.resolve(name), text).toString();
    }
  }

  record Case(Client client, List<String> words, Trap trap) {
    @Override
    public String toString() {
      return client.program().get(0) + " " + trap;
    }
  }

  private static final List<String> PYTHON =
      List.of(
          """
          import boto3, os
          print(boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
              .get_caller_identity()['Arn'])
          """);

  private static List<String> aws() {
    return List.of(
        "sts",
        "get-caller-identity",
        "--query=Arn",
        "--output=text",
        "--endpoint-url=" + company.url());
  }

  private static List<String> javascript2() {
    return List.of(
        "const {STS} = require('"
            + Client.javascript2()
            + "'); new STS({endpoint: process.env.AWS_ENDPOINT_URL, maxRetries: 0})"
            + ".getCallerIdentity().promise().then(it => console.log(it.Arn),"
            + " it => console.log(it.code))");
  }

  /** Before version 3.186 it knows no such endpoint, and asks an instance for its keys instead. */
  private static final List<String> RUBY =
      List.of(
          """
          begin
            client = Aws::STS::Client.new(endpoint: ENV['AWS_ENDPOINT_URL'], retry_limit: 0)
            puts client.get_caller_identity.arn
          rescue Aws::Errors::MissingCredentialsError
            puts 'MissingCredentialsError'
          end
          """);

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(Trap.CREDENTIAL_FILE, Trap.BOTO_CONFIG, Trap.BOTO_OF_THE_HOME_FOLDER)
                .flatMap(trap ->
                    Stream.of(
                        new Case(Client.BOTO3, PYTHON, trap),
                        new Case(Client.AWS_CLI, aws(), trap))),
            Stream.of(Trap.OLD_NAMES, Trap.WEB_IDENTITY)
                .flatMap(trap ->
                    Stream.of(
                        new Case(Client.JAVASCRIPT_2, javascript2(), trap),
                        new Case(Client.RUBY, RUBY, trap))))
        .flatMap(it -> it);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_program_with_an_endpoint_acts_as_nobody_else(Case one) throws Exception {
    one.client().require();
    String arn = run(one);
    assertThat(arn)
        .isEqualTo(one.client().equals(Client.RUBY) ? "MissingCredentialsError" : READER);
  }

  private static String run(Case one) throws Exception {
    Map<String, String> environment = new HashMap<>(company.environment());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.putAll(one.trap().set());
    List<String> all = new ArrayList<>(List.of("exec", "--server", "reader", "--"));
    all.addAll(one.client().program());
    all.addAll(one.words());
    return Company.output(Company.start(company.command(all), environment));
  }
}
