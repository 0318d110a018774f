package dev.keyturn;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as a modular application sees it: one package, and the rest is closed. */
class ModuleTest {

  private static final Path CLASSES =
      Path.of(System.getProperty("build.folder", "target"), "classes").toAbsolutePath();

  /** Of the class path, what an application with an SDK client has. */
  private static final String DEPENDENCIES =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(Pattern.compile("[/\\\\](amazon|jspecify|reactivestreams)[/\\\\]").asPredicate())
          .collect(Collectors.joining(File.pathSeparator));

  private static final String MODULE = "module shop { requires dev.keyturn; }\n";

  @TempDir private static Path modules = Path.of("");
  @TempDir private Path folder = Path.of("");

  /** As the jar has it; the inner loop compiles no description of the module. */
  @BeforeAll
  static void the_module_of_the_library() throws IOException {
    Path library = modules.resolve("dev.keyturn");
    copy(CLASSES, library);
    if (!Files.exists(library.resolve("module-info.class"))) {
      Path description = Path.of("src", "main", "java", "module-info.java");
      assertThat(
              compile(
                  "dev.keyturn", List.of("--patch-module", "dev.keyturn=" + library), description))
          .isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()), REPLACE_EXISTING);
      }
    }
  }

  @Test
  void an_application_uses_the_provider() throws Exception {
    String messages =
        compile(
            "shop",
            List.of(),
            write("module-info.java", MODULE),
            write(
                "shop/Shop.java",
                """
                package shop;

                import dev.keyturn.MfaCredentialsProvider;
                import java.util.Map;

                class Shop {
                  public static void main(String[] arguments) {
                    Map<String, String> environment = Map.of("HOME", arguments[0]);
                    try (var provider =
                        MfaCredentialsProvider.builder().environment(environment).build()) {
                      provider.resolveCredentials();
                    } catch (RuntimeException e) {
                      System.out.println(e.getMessage());
                    }
                  }
                }
                """));
    assertThat(messages).isEmpty();
    assertThat(run("shop/shop.Shop", folder.toString()))
        .contains("there is no profile 'default'")
        .doesNotContain("Exception");
  }

  @Test
  void nothing_but_the_package_of_the_provider_can_be_used() throws IOException {
    String messages =
        compile(
            "shop",
            List.of(),
            write("module-info.java", MODULE),
            write(
                "shop/Shop.java",
                """
                package shop;

                class Shop {
                  dev.keyturn.domain.failure.Failure failure;
                  dev.keyturn.domain.session.use.ProfileCredentials profiles;
                  dev.keyturn.adapter.state.StateFolder state;
                }
                """));
    assertThat(messages)
        .contains("package dev.keyturn.domain.failure is not visible")
        .contains("package dev.keyturn.domain.session.use is not visible")
        .contains("package dev.keyturn.adapter.state is not visible");
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve("sources").resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** Compiles one module, and returns what the compiler says. */
  private static String compile(String module, List<String> more, Path... sources)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options = new ArrayList<>(more);
    options.addAll(List.of("-proc:none", "-d", modules.resolve(module).toString()));
    options.addAll(List.of("--module-path", modulePath()));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(messages, files, null, options, null, files.getJavaFileObjects(sources))
          .call();
    }
    return messages.toString();
  }

  private static String modulePath() {
    return modules + File.pathSeparator + DEPENDENCIES;
  }

  private String run(String main, String argument) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "--module-path", modulePath(), "--module", main, argument)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out);
  }
}
