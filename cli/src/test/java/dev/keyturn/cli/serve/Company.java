package dev.keyturn.cli.serve;

import dev.keyturn.adapter.state.FirstTimes;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.command.port.computer.Remarks;
import dev.keyturn.cli.transcript.BuildOutput;
import dev.keyturn.domain.mfa.Totp;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local AWS with a user, a role that requires MFA and one that does not, and the user's home
 * folder. Her {@code [default]} contains keys that this AWS does not know, so that clients that use
 * them fail.
 */
final class Company implements AutoCloseable {

  /** Of her MFA device. */
  static final String SEED = "NNSXS5DVOJXC25DSMFUW42LOM4WTEMDC";

  /** Of her long-term key. */
  static final String SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path home;
  private final Process sandbox;
  private final String url;
  private final String caBundle;

  private Company(Path home, Process sandbox, String ready) throws IOException {
    this.home = home;
    this.sandbox = sandbox;
    this.url = member(ready, "Url");
    this.caBundle = member(ready, "CaBundle");
    if (url.isEmpty()) {
      throw new IOException("the sandbox did not start");
    }
  }

  private static String member(String ready, String name) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(ready);
    return member.find() ? member.group(1) : "";
  }

  /**
   * Begins; every session that is granted really lives {@code sessionSeconds}.
   *
   * @param more options of the sandbox
   */
  static Company start(Path home, int sessionSeconds, String... more) throws IOException {
    Path state = Files.writeString(home.resolve("state.json"), STATE);
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                BuildOutput.SANDBOX_CLASS_PATH,
                "dev.keyturn.sandbox.program.Main",
                "--output",
                "json",
                "--state",
                state.toString(),
                "--session-seconds",
                Integer.toString(sessionSeconds)));
    command.addAll(List.of(more));
    Process sandbox =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String ready = String.valueOf(sandbox.inputReader().readLine());
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/credentials"), CREDENTIALS);
    Files.writeString(home.resolve(".aws/config"), CONFIG);
    new FirstTimes(new StateFolder(home.resolve("state"))).isFirst(Remarks.CODE_AS_ARGUMENT);
    return new Company(home, sandbox, ready);
  }

  String url() {
    return url;
  }

  /** With {@code --tls}: the file of the authority that signed its certificate. */
  Path caBundle() {
    return Path.of(caBundle);
  }

  Path home() {
    return home;
  }

  String code() {
    return Totp.ofBase32(SEED).at(Instant.now()).digits();
  }

  /** What a program sees of the environment. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("HOME", home.toString());
    environment.put("KEYTURN_HOME", home.resolve("state").toString());
    environment.put("AWS_ENDPOINT_URL", url);
    environment.put("AWS_MAX_ATTEMPTS", "1");
    // A second, their default, is short where many tests run at once.
    environment.put("AWS_METADATA_SERVICE_TIMEOUT", "10");
    return environment;
  }

  Process keyturn(String... words) throws IOException {
    return start(command(List.of(words)), environment());
  }

  List<String> command(List<String> words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.keyturn.cli.app.Main"));
    command.addAll(words);
    return command;
  }

  static Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What a program prints; its errors with it when it fails. */
  static String output(Process process) throws IOException, InterruptedException {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String printed = String.join("\n", out.lines().toList());
      String errors = String.join("\n", err.lines().toList());
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("exit " + process.exitValue() + ": " + printed + errors);
      }
      return printed;
    }
  }

  /** Logs her in. */
  void login() throws IOException, InterruptedException {
    output(keyturn("login", "alice", code()));
  }

  /**
   * The secret key and the token of her session, which nobody else on this machine can have; the
   * users' keys are AWS's examples.
   */
  List<String> sessionSecrets() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (String line : Files.readAllLines(home.resolve(".aws/credentials"))) {
      boolean secret = line.startsWith("aws_secret_access_key") || line.startsWith("aws_session");
      if (secret && !line.endsWith("EXAMPLEKEY")) {
        secrets.add(line.substring(line.indexOf('=') + 1).strip());
      }
    }
    if (secrets.size() != 2) {
      throw new IOException("there is no session in " + home);
    }
    return secrets;
  }

  @Override
  public void close() {
    sandbox.destroy();
  }

  private static final String ALLOW =
      """
      {"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17",
       "Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}
      """;

  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Users":[{"UserName":"alice","Policies":[%1$s],
          "AccessKeys":[{"AccessKeyId":"AKIAI44QH8DHBEXAMPLE",
            "SecretAccessKey":"%3$s"}],
          "MFADevices":[{"SerialNumber":"arn:aws:iam::123456789012:mfa/alice","Seed":"%2$s"}]}],
        "Roles":[
          {"RoleName":"admin","MaxSessionDuration":43200,"Policies":[%1$s],
           "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
             "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}},
          {"RoleName":"reader","MaxSessionDuration":43200,"Policies":[%1$s],
           "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::123456789012:root"}}]}}]}]}
      """
          .formatted(ALLOW, SEED, SECRET);

  private static final String CREDENTIALS =
      """
      [default]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

      [alice]
      aws_access_key_id = AKIAI44QH8DHBEXAMPLE
      aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
      """;

  private static final String CONFIG =
      """
      [profile alice]
      region = eu-west-1

      [profile admin]
      region = eu-west-1
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = alice
      mfa_serial = arn:aws:iam::123456789012:mfa/alice

      [profile reader]
      region = eu-west-1
      role_arn = arn:aws:iam::123456789012:role/reader
      source_profile = alice
      """;
}
