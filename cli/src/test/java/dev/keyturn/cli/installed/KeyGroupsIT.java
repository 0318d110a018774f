package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyturn offers one group for the key exchange of TLS first, and more where that is refused. */
class KeyGroupsIT {

  private static final String COMPANY =
      """
      {"Accounts": [{"AccountId": "123456789012",
        "Users": [{"UserName": "alice",
          "AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE",
            "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
          "MFADevices": [{"SerialNumber": "arn:aws:iam::123456789012:mfa/alice",
            "Seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}],
          "Policies": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]}]}]}
      """;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"x25519", "secp256r1", "secp384r1"})
  void a_server_may_accept_any_group(String group) throws IOException {
    Path aws = Files.createDirectories(folder.resolve("home/.aws"));
    Files.writeString(
        aws.resolve("credentials"),
        """
        [work]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    List<String> java = List.of("-Djdk.tls.namedGroups=" + group);
    try (SandboxProcess sandbox =
        SandboxProcess.running(java, folder.resolve("sandbox"), COMPANY, "--tls")) {
      Map<String, String> environment =
          Map.of(
              "HOME", folder.resolve("home").toString(),
              "PATH", "/usr/bin:/bin",
              "AWS_ENDPOINT_URL", sandbox.url(),
              "AWS_CA_BUNDLE", sandbox.caBundle());
      List<String> words = List.of("login", "work", "--code", sandbox.code("alice", 0));
      Outcome outcome =
          new InstalledProgram(folder.resolve("run"))
              .run(
                  new Invocation(words, environment, folder.resolve("home"), "", List.of(), false));
      assertThat(outcome.exit()).as(outcome.err()).isZero();
    }
  }
}
