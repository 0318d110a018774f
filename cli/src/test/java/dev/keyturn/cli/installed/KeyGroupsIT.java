package dev.keyturn.cli.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    assertThat(login(List.of("-Djdk.tls.namedGroups=" + group), Map.of())).isEmpty();
  }

  @Test
  void a_java_without_the_group_begins_a_handshake_with_what_it_has() throws IOException {
    // Those of Java without the one for elliptic curves.
    List<String> providers = List.of("SUN", "SunRsaSign", "SunJSSE", "SunJCE");
    StringBuilder security = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String provider = i < providers.size() ? providers.get(i) : "SUN";
      security.append("security.provider.").append(i + 1).append('=').append(provider).append('\n');
    }
    Path file = Files.writeString(folder.resolve("java.security"), security);
    String option = "-Djava.security.properties=" + file;
    // The sandbox's certificate is for an elliptic curve too.
    assertThat(login(List.of(), Map.of("KEYTURN_JAVA_OPTIONS", option)))
        .contains("TLS: the handshake failed");
  }

  @Test
  void other_groups_that_are_chosen_for_java_are_not_replaced() throws IOException {
    Map<String, String> chosen = Map.of("KEYTURN_JAVA_OPTIONS", "-Djdk.tls.namedGroups=secp384r1");
    assertThat(login(List.of("-Djdk.tls.namedGroups=secp256r1"), chosen))
        .contains("TLS: the handshake failed");
  }

  /** Why a login failed; empty if it succeeded. */
  private String login(List<String> java, Map<String, String> more) throws IOException {
    Path aws = Files.createDirectories(folder.resolve("home/.aws"));
    Files.writeString(
        aws.resolve("credentials"),
        """
        [work]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    try (SandboxProcess sandbox =
        SandboxProcess.running(java, folder.resolve("sandbox"), COMPANY, "--tls")) {
      Map<String, String> environment = new HashMap<>(more);
      environment.put("HOME", folder.resolve("home").toString());
      environment.put("PATH", "/usr/bin:/bin");
      environment.put("AWS_ENDPOINT_URL", sandbox.url());
      environment.put("AWS_CA_BUNDLE", sandbox.caBundle());
      List<String> words = List.of("login", "work", "--code", sandbox.code("alice", 0));
      Outcome outcome =
          new InstalledProgram(folder.resolve("run"))
              .run(
                  new Invocation(words, environment, folder.resolve("home"), "", List.of(), false));
      return outcome.exit() == 0 ? "" : outcome.err();
    }
  }
}
