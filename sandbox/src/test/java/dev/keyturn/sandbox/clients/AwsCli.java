package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Version 2 of the AWS CLI, as somebody with these credentials runs it against a sandbox. */
final class AwsCli {
  private final Path program;
  private final TestSandbox sandbox;
  private final Path home;
  private final Map<String, String> credentials;

  private AwsCli(Path program, TestSandbox sandbox, Path home, Map<String, String> credentials) {
    this.program = program;
    this.sandbox = sandbox;
    this.home = home;
    this.credentials = credentials;
  }

  /** The CLI with the first key of a user of the first account. */
  static AwsCli of(TestSandbox sandbox, Path home, String userName) {
    Path program =
        Programs.require(
            "aws",
            found -> Programs.run(Map.of(), found, "--version").output().startsWith("aws-cli/2"));
    var client = sandbox.as(userName);
    return new AwsCli(program, sandbox, home, Map.of())
        .with(client.accessKeyId(), client.secret(), "");
  }

  /** The CLI with the credentials in an answer, of a new key or of a session. */
  AwsCli with(Json.Obj keys) {
    Json token = keys.get("SessionToken");
    return with(
        text(keys, "AccessKeyId"),
        text(keys, "SecretAccessKey"),
        token == null ? "" : text(keys, "SessionToken"));
  }

  private AwsCli with(String accessKeyId, String secret, String sessionToken) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("AWS_ACCESS_KEY_ID", accessKeyId);
    keys.put("AWS_SECRET_ACCESS_KEY", secret);
    if (!sessionToken.isEmpty()) {
      keys.put("AWS_SESSION_TOKEN", sessionToken);
    }
    return new AwsCli(program, sandbox, home, keys);
  }

  /** The one member that an answer has, such as User or Credentials. */
  Json.Obj answer(String... arguments) {
    Json.Obj answer = (Json.Obj) Json.parse(output(arguments));
    return (Json.Obj) answer.members().values().iterator().next();
  }

  /** What a call prints that must not fail. */
  String output(String... arguments) {
    Programs.Result result = run(arguments);
    assertThat(result.status()).as(result.errors()).isZero();
    return result.output();
  }

  /** What a call complains about that must fail, from the code of the error on. */
  String refusal(String... arguments) {
    Programs.Result result = run(arguments);
    assertThat(result.status()).as(result.output()).isEqualTo(254);
    return result.errors().strip().replaceFirst("An error occurred ", "");
  }

  private Programs.Result run(String... arguments) {
    Map<String, String> environment = new LinkedHashMap<>(credentials);
    environment.put("HOME", home.toString());
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_PAGER", "");
    environment.put("LC_ALL", "C.UTF-8");
    String[] all =
        Stream.concat(
                Stream.of("--endpoint-url", sandbox.url(), "--output", "json"),
                Stream.of(arguments))
            .toArray(String[]::new);
    return Programs.run(environment, program, all);
  }

  static String text(Json.Obj object, String member) {
    return ((Json.Str) requireNonNull(object.get(member), member)).value();
  }
}
