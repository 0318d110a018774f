package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The AWS SDK for JavaScript against a sandbox; what it does is in the scripts. */
class JavaScriptSdkTest {
  @Test
  void a_user_lives_from_creation_to_deletion() throws IOException {
    Path node = Programs.require("node");
    Programs.require("oathtool");
    Programs.require("zbarimg");
    Path script = script("life_of_a_user.mjs");
    try (TestSandbox sandbox = TestSandbox.start(Companies.ONE_ADMINISTRATOR)) {
      long now = Companies.holdClock(sandbox);
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              JavaScriptSdk.environment(),
              node,
              script.toString(),
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
    Path script = script("presigned.mjs");
    try (TestSandbox sandbox = TestSandbox.start(Companies.ONE_ADMINISTRATOR)) {
      Companies.holdClock(sandbox);
      TestClient boss = sandbox.as("boss");
      Programs.Result result =
          Programs.run(
              JavaScriptSdk.environment(),
              node,
              script.toString(),
              sandbox.url(),
              boss.accessKeyId(),
              boss.secret());
      assertThat(result.status()).as(result.errors()).isZero();
    }
  }

  private static Path script(String name) throws IOException {
    JavaScriptSdk.install();
    return JavaScriptSdk.copy(name);
  }
}
