package dev.keyturn.sandbox;

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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a module of a test that is a module itself. */
class ModuleTest {
  private static final Path CLASSES =
      Path.of(System.getProperty("build.folder", "target"), "classes").toAbsolutePath();

  private static final String DEPENDENCIES =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(
              Pattern.compile("[/\\\\](jspecify|jackson|zxing|junit|apiguardian|opentest4j)[/\\\\]")
                  .asPredicate())
          .filter(path -> path.endsWith(".jar"))
          .collect(Collectors.joining(File.pathSeparator));

  @TempDir private static Path modules = Path.of("");
  @TempDir private Path folder = Path.of("");

  /** As the jar has it; the inner loop compiles no description of the module. */
  @BeforeAll
  static void the_module_of_the_sandbox() throws IOException {
    Path sandbox = modules.resolve("dev.keyturn.sandbox");
    copy(CLASSES, sandbox);
    if (!Files.exists(sandbox.resolve("module-info.class"))) {
      Path description = Path.of("src", "main", "java", "module-info.java");
      List<String> patch = List.of("--patch-module", "dev.keyturn.sandbox=" + sandbox);
      assertThat(compile("dev.keyturn.sandbox", patch, description)).isEmpty();
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
  void a_test_uses_the_public_packages() throws Exception {
    String messages =
        compile(
            "shop",
            List.of(),
            write("module-info.java", "module shop { requires dev.keyturn.sandbox; }\n"),
            write(
                "shop/Shop.java",
                """
                package shop;

                import dev.keyturn.sandbox.Sandbox;

                class Shop {
                  public static void main(String[] arguments) {
                    try (Sandbox sandbox = Sandbox.start()) {
                      System.out.println(sandbox.user("alice").arn());
                    }
                  }
                }
                """));
    assertThat(messages).isEmpty();
    Programs.Result run =
        Programs.run(
            Map.of(),
            Path.of(System.getProperty("java.home"), "bin", "java"),
            "--module-path",
            modulePath(),
            "--module",
            "shop/shop.Shop");
    assertThat(run.output() + run.errors())
        .isEqualToIgnoringNewLines("arn:aws:iam::123456789012:user/alice");
  }

  @Test
  void no_other_package_can_be_used() throws IOException {
    String messages =
        compile(
            "shop",
            List.of(),
            write("module-info.java", "module shop { requires dev.keyturn.sandbox; }\n"),
            write(
                "shop/Shop.java",
                """
                package shop;

                class Shop {
                  dev.keyturn.sandbox.running.RunningSandbox running;
                  dev.keyturn.sandbox.control.Controls controls;
                  dev.keyturn.sandbox.program.Main program;
                }
                """));
    assertThat(messages)
        .contains("package dev.keyturn.sandbox.running is not visible")
        .contains("package dev.keyturn.sandbox.control is not visible")
        .contains("package dev.keyturn.sandbox.program is not visible");
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
    options.addAll(List.of("-proc:none", "-Xlint:-requires-automatic"));
    options.addAll(List.of("-d", modules.resolve(module).toString()));
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
}
