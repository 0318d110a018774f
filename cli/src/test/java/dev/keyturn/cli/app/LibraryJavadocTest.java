package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Javadoc of the library shows code of the examples, which are compiled and run. */
class LibraryJavadocTest {

  @TempDir private static Path folder = Path.of("");

  private static String messages = "";

  @BeforeAll
  static void the_javadoc_is_made() {
    StringWriter written = new StringWriter();
    PrintWriter out = new PrintWriter(written);
    int status =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(
                out,
                out,
                "-quiet",
                "-Xdoclint:all,-missing",
                "-Xwerror",
                "--release",
                "17",
                "--module-path",
                System.getProperty("java.class.path"),
                "--module-source-path",
                "dev.keyturn=../library/src/main/java",
                "--snippet-path",
                "../examples/src/main/java/dev/keyturn/examples",
                "-d",
                folder.toString(),
                "--module",
                "dev.keyturn");
    messages = status + "\n" + written;
  }

  @Test
  void it_is_made_without_a_complaint() {
    assertThat(messages).isEqualTo("0\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MfaCredentialsProvider.html", "MfaCodeCallback.html"})
  void it_shows_lines_of_the_example(String page) throws IOException {
    assertThat(Files.readString(folder.resolve("dev.keyturn/dev/keyturn").resolve(page)))
        .contains("class=\"snippet-container\"")
        .containsAnyOf("s3.listObjectsV2(", "String ask(String serialNumber, String profile)");
  }
}
