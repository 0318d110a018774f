package dev.keyturn.sandbox.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.Programs;
import dev.keyturn.sandbox.Sandbox;
import dev.keyturn.sandbox.clients.JavaScriptSdk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples do what the README says. Where it starts the jar, the classes of this build are
 * started; a container is stood in for by a sandbox with the container's token.
 */
class ReadmeTest {
  private static final String START = "java -jar keyturn-sandbox.jar";
  private static final String PORT = "4580";

  @TempDir private Path folder = Path.of("");

  private final Map<String, String> environment = new HashMap<>();
  private String readme = "";

  @BeforeEach
  void prepare() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
  }

  @Test
  void the_lines_for_a_shell_print_a_session() throws IOException {
    Programs.require("aws");
    Programs.require("curl");
    String lines = block("sh", START + " --port " + PORT);
    Programs.Result result = run(lines.replace(PORT, freePort()).replace(START, start()));
    assertThat(result.output()).as(result.errors()).contains("\"SessionToken\": \"");
  }

  @Test
  void the_junit_test_is_one_that_this_build_runs() throws IOException {
    Path source = Path.of("src/test/java/dev/keyturn/sandbox/readme/SessionTest.java");
    assertThat(Files.readString(source)).endsWith(" */\n" + block("java", "@ExtendWith"));
  }

  @Test
  void the_pytest_test_passes_with_a_sandbox_of_its_own() throws IOException {
    Path python = pytest();
    environment.put("KEYTURN_SANDBOX", start());
    assertPasses(Programs.run(environment, python, "-m", "pytest", "-q", folder.toString()));
  }

  @Test
  void the_pytest_test_passes_with_the_sandbox_of_a_container() throws IOException {
    pytest();
    String compose = block("yaml", "services:");
    assertThat(compose).contains("127.0.0.1:" + PORT + ":" + PORT);
    String lines = block("sh", "_CONTROL_URL=");
    assertThat(lines).contains("http://127.0.0.1:" + PORT + "/_control");
    try (Sandbox sandbox = Sandbox.start()) {
      assertPasses(
          run(
              lines
                  .replace("http://127.0.0.1:" + PORT + "/_control", sandbox.controlUrl())
                  .replace("TOKEN=example", "TOKEN=" + sandbox.controlToken())
                  .replace("python3 -m pytest", "python3 -m pytest -q " + folder)));
    }
  }

  @Test
  void the_javascript_test_passes_with_a_sandbox_of_its_own() throws IOException {
    Path test = javaScriptTest();
    environment.put("KEYTURN_SANDBOX", start());
    assertThat(block("sh", "node --test"))
        .contains("KEYTURN_SANDBOX='" + START + "' node --test", "@aws-sdk/client-s3");
    assertPassesInNode(test);
  }

  @Test
  void the_javascript_test_passes_with_the_sandbox_of_a_container() throws IOException {
    Path test = javaScriptTest();
    try (Sandbox sandbox = Sandbox.start()) {
      environment.put("KEYTURN_SANDBOX_CONTROL_URL", sandbox.controlUrl());
      environment.put("KEYTURN_SANDBOX_CONTROL_TOKEN", sandbox.controlToken());
      assertPassesInNode(test);
      assertThat(sandbox.requests("GetSessionToken")).isOne();
    }
  }

  /** The files of the README's test, below the SDK that they import. */
  private Path javaScriptTest() throws IOException {
    Programs.require("node");
    JavaScriptSdk.install();
    Path readmes = Files.createDirectories(JavaScriptSdk.FOLDER.resolve("readme"));
    Files.copy(
        Path.of("javascript", "keyturn-sandbox.mjs"),
        readmes.resolve("keyturn-sandbox.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
    return Files.writeString(readmes.resolve("session.test.mjs"), block("js", "test('"));
  }

  private void assertPassesInNode(Path test) {
    Programs.Result result =
        Programs.run(environment, Programs.require("node"), "--test", test.toString());
    assertThat(result.output()).as(result.errors()).contains("pass 1", "fail 0");
    assertThat(result.status()).isZero();
  }

  /** The files of the README's test, and a Python that can run it. */
  private Path pytest() throws IOException {
    Files.copy(Path.of("python", "keyturn_sandbox.py"), folder.resolve("keyturn_sandbox.py"));
    Files.writeString(folder.resolve("conftest.py"), line("pytest_plugins = "));
    Files.writeString(folder.resolve("test_session.py"), block("python", "def test_"));
    return Programs.require(
        "python3",
        found -> Programs.run(Map.of(), found, "-c", "import boto3, pytest").status() == 0);
  }

  private static void assertPasses(Programs.Result result) {
    assertThat(result.output()).as(result.errors()).contains("1 passed");
    assertThat(result.status()).isZero();
  }

  private Programs.Result run(String lines) {
    return Programs.run(
        environment, Programs.require("sh"), "-euc", "cd '" + folder + "'\n" + lines);
  }

  /** The one block of code in this language that has this text. */
  private String block(String language, String text) {
    List<String> blocks =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
            .matcher(readme)
            .results()
            .map(found -> found.group(1))
            .filter(block -> block.contains(text))
            .toList();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  /** The code in the running text that begins so. */
  private String line(String start) {
    int from = readme.indexOf('`' + start) + 1;
    assertThat(from).isPositive();
    return readme.substring(from, readme.indexOf('`', from)) + "\n";
  }

  private static String start() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return "'" + java + "' -cp '" + classPath + "' dev.keyturn.sandbox.program.Main";
  }

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return "" + free.getLocalPort();
    }
  }
}
