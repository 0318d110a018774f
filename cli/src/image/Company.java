import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A running sandbox with two users, so that each can log in once with the same code, and a role for
 * both. The keys are the ones of AWS's documentation.
 */
final class Company implements AutoCloseable {

  static final User ALICE =
      new User("alice", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  static final User BOB =
      new User("bob", "AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");

  /** The JVM of this process. */
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /**
   * All that a command of the build sees of the environment: what the platform needs to start a
   * program.
   */
  static final Set<String> PLATFORM_VARIABLES =
      Set.of("PATH", "SystemRoot", "TMP", "TEMP", "TMPDIR");

  private static final String SEED = "keyturn-training-20b";
  private static final String SEED_IN_BASE32 = "NNSXS5DVOJXC25DSMFUW42LOM4WTEMDC";

  private final Process sandbox;
  private final String endpoint;
  private final Path state;

  private Company(Process sandbox, String endpoint, Path state) {
    this.sandbox = sandbox;
    this.endpoint = endpoint;
    this.state = state;
  }

  record User(String name, String accessKeyId, String secretAccessKey) {

    String device() {
      return "arn:aws:iam::123456789012:mfa/" + name;
    }

    private String state() {
      return """
      {"UserName":"%s","Policies":[%s],
       "AccessKeys":[{"AccessKeyId":"%s","SecretAccessKey":"%s"}],
       "MFADevices":[{"SerialNumber":"%s","Seed":"%s"}]}
      """
          .formatted(name, ALLOW_ALL, accessKeyId, secretAccessKey, device(), SEED_IN_BASE32);
    }
  }

  private static final String ALLOW_ALL =
      """
      {"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17",
       "Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}
      """;

  static final String ROLE_ARN = "arn:aws:iam::123456789012:role/admin";

  private static final String ROLE =
      """
      {"RoleName":"admin","MaxSessionDuration":43200,"Policies":[%s],
       "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"AWS":"arn:aws:iam::123456789012:root"}}]}}
      """
          .formatted(ALLOW_ALL);

  /**
   * Starts the sandbox on the JVM {@code java}, as the launcher does.
   *
   * @param options of the JVM
   * @param arguments of the sandbox
   */
  static Company start(Path java, Path jar, List<String> options, String... arguments)
      throws IOException {
    Path state = Files.createTempFile("keyturn-training", ".json");
    Files.writeString(
        state,
        "{\"Accounts\":[{\"AccountId\":\"123456789012\",\"Users\":[%s,%s],\"Roles\":[%s]}]}"
            .formatted(ALICE.state(), BOB.state(), ROLE));
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-Xlog:disable"));
    command.addAll(options);
    command.addAll(
        List.of("-jar", jar.toString(), "--port", "0", "--output", "json", "--until-eof"));
    command.addAll(List.of("--state", state.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(PLATFORM_VARIABLES);
    Process sandbox = builder.start();
    String line = String.valueOf(sandbox.inputReader().readLine());
    String url = member(line, "Url");
    if (url.isEmpty()) {
      sandbox.destroy();
      Files.delete(state);
      throw new IOException("the sandbox did not start");
    }
    String bundle = member(line, "CaBundle");
    String trust = bundle.isEmpty() ? "" : "\nca_bundle = " + bundle;
    return new Company(sandbox, "endpoint_url = " + url + trust, state);
  }

  /** A member of a JSON text; empty if there is none. */
  private static String member(String json, String name) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    return member.find() ? member.group(1) : "";
  }

  /**
   * Makes a home folder with the user's keys and returns the variables of a command in it. The
   * endpoint is in the profiles that need it, so that the others are resolved as they are for most
   * users.
   */
  Map<String, String> home(Path home, User user) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [default]
        region = eu-central-1

        [profile dev]
        region = us-east-1
        %s

        [profile admin]
        region = us-east-1
        role_arn = %s
        source_profile = dev
        %s

        [profile audit]
        role_arn = %s
        role_session_name = audit
        source_profile = dev
        mfa_serial = %s
        %s

        [profile plain]
        mfa_serial = %s

        [profile local]
        endpoint_url = http://localhost:4566
        """
            .formatted(
                endpoint, ROLE_ARN, endpoint, ROLE_ARN, user.device(), endpoint, user.device()));
    Files.writeString(
        home.resolve(".aws/credentials"),
        """
        [dev-long-term]
        aws_access_key_id = %s
        aws_secret_access_key = %s
        aws_mfa_device = %s

        [plain]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

        [local]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

        [plain-mfa]
        aws_access_key_id = ASIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        aws_session_token = token
        expiration = 2099-12-31 23:59:59
        """
            .formatted(user.accessKeyId(), user.secretAccessKey(), user.device()));
    return Map.of(
        "HOME", home.toString(),
        "USERPROFILE", home.toString(),
        "KEYTURN_HOME", home.resolve("state").toString(),
        "LC_ALL", "C.UTF-8");
  }

  /** The command line of a login with the code of this moment. */
  String login() {
    return "login dev --code " + code(Instant.now().getEpochSecond() / 30);
  }

  /** RFC 4226, section 5.3. */
  private static String code(long counter) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SEED.getBytes(), "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(counter).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Waits until the sandbox has ended by itself: then its JVM writes what it recorded. */
  @Override
  public void close() throws IOException, InterruptedException {
    sandbox.getOutputStream().close();
    if (!sandbox.waitFor(1, TimeUnit.MINUTES)) {
      sandbox.destroyForcibly();
    }
    Files.delete(state);
  }
}
