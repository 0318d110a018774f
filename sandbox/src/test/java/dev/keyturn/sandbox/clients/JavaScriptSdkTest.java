package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The AWS SDK for JavaScript against a sandbox; what it does is in the scripts. The SDK comes from
 * npm once per clean build, and only where clients are required.
 */
class JavaScriptSdkTest {
  private static final Path FOLDER = Path.of("target", "javascript").toAbsolutePath();

  private final Map<String, String> environment =
      Map.of("PATH", System.getenv("PATH"), "HOME", FOLDER.toString());

  @Test
  void a_user_lives_from_creation_to_deletion() throws IOException {
    Path node = Programs.require("node");
    Programs.require("oathtool");
    Programs.require("zbarimg");
    install("life_of_a_user.mjs");
    try (TestSandbox sandbox = TestSandbox.start(Companies.ONE_ADMINISTRATOR)) {
      long now = Companies.holdClock(sandbox);
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              environment,
              node,
              FOLDER.resolve("life_of_a_user.mjs").toString(),
              sandbox.url(),
              boss.accessKeyId(),
              boss.secret(),
              Long.toString(now));
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }

  @Test
  void requests_are_signed_for_others_to_send() throws IOException {
    Path node = Programs.require("node");
    install("presigned.mjs");
    try (TestSandbox sandbox = TestSandbox.start(Companies.ONE_ADMINISTRATOR)) {
      Companies.holdClock(sandbox);
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              environment,
              node,
              FOLDER.resolve("presigned.mjs").toString(),
              sandbox.url(),
              boss.accessKeyId(),
              boss.secret());
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }

  private void install(String script) throws IOException {
    Files.createDirectories(FOLDER);
    copy("package.json");
    copy(script);
    if (Files.exists(FOLDER.resolve("node_modules/@aws-sdk/s3-presigned-post"))) {
      return;
    }
    Assumptions.assumeTrue(
        "required".equals(System.getenv("KEYTURN_CLIENTS")),
        "the SDK for JavaScript is not installed: nothing to test with");
    String prefix = FOLDER.toString();
    Programs.Result result =
        Programs.run(
            environment,
            Programs.require("npm"),
            "install",
            "--prefix",
            prefix,
            "--no-audit",
            "--no-fund");
    assertThat(result.status()).as(result.errors()).isZero();
  }

  private static void copy(String name) throws IOException {
    try (InputStream in = JavaScriptSdkTest.class.getResourceAsStream(name)) {
      Files.copy(requireNonNull(in), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
