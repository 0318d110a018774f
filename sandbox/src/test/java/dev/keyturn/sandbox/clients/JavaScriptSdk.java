package dev.keyturn.sandbox.clients;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The AWS SDK for JavaScript. It comes from npm once per clean build, and only where clients are
 * required.
 */
public final class JavaScriptSdk {
  /** Scripts in here, or in folders below, can import the SDK. */
  public static final Path FOLDER = Path.of("target", "javascript").toAbsolutePath();

  private JavaScriptSdk() {}

  /** What programs of Node.js need of the environment. */
  public static Map<String, String> environment() {
    return Map.of("PATH", System.getenv("PATH"), "HOME", FOLDER.toString());
  }

  /** Requires the SDK to be installed; otherwise the test is skipped or fails. */
  public static void install() throws IOException {
    Files.createDirectories(FOLDER);
    copy("package.json");
    if (Files.exists(FOLDER.resolve("node_modules/@aws-sdk/s3-presigned-post"))) {
      return;
    }
    Assumptions.assumeTrue(
        "required".equals(System.getenv("KEYTURN_CLIENTS")),
        "the SDK for JavaScript is not installed: nothing to test with");
    Programs.Result result =
        Programs.run(
            environment(),
            Programs.require("npm"),
            "install",
            "--prefix",
            FOLDER.toString(),
            "--no-audit",
            "--no-fund");
    assertThat(result.status()).as(result.errors()).isZero();
  }

  /** Copies a file of the tests into the folder. */
  static Path copy(String name) throws IOException {
    Path copy = FOLDER.resolve(name);
    try (InputStream in = JavaScriptSdk.class.getResourceAsStream(name)) {
      Files.copy(requireNonNull(in), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }
}
