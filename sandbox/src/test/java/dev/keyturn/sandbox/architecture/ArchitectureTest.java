package dev.keyturn.sandbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house rules that a machine can check, each named with its sentence. Each test also shows that
 * the rule finds a class that breaks it: those are in the package {@code violation}.
 */
class ArchitectureTest {

  private static final JavaClasses SANDBOX =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("build.folder", "target"), "classes"));

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("dev.keyturn.sandbox.architecture.violation");

  @Test
  void the_sandbox_uses_only_the_jdk_and_two_small_libraries() {
    holds(
        classes()
            .that()
            .resideOutsideOfPackage("dev.keyturn.sandbox.junit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "javax.crypto..",
                "javax.net..",
                "org.jspecify..",
                "com.google.zxing..",
                "tools.jackson.core..",
                "dev.keyturn.sandbox.."),
        "UsesALibrary");
  }

  @Test
  void the_extension_uses_only_junit_and_the_public_api() {
    holds(
        classes()
            .that()
            .resideInAPackage("..junit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "org.junit.jupiter.api..",
                "dev.keyturn.sandbox",
                "dev.keyturn.sandbox.junit"),
        "UsesTheInside");
  }

  @Test
  void only_the_package_json_uses_jackson_and_only_the_package_qr_uses_zxing() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.keyturn.sandbox.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson.."),
        "ParsesJsonItself");
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.keyturn.sandbox.qr")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing.."),
        "DrawsQrCodesItself");
  }

  @Test
  void no_package_has_more_than_20_classes() throws IOException {
    Map<Path, Long> sizes =
        sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(sizes)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (folder, classes) -> assertThat(classes).as(folder.toString()).isLessThanOrEqualTo(20));
  }

  @Test
  void no_file_has_more_than_300_lines() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
          .toList();
    }
  }

  @Test
  void packages_have_no_cycles() {
    holds(
        slices().matching("dev.keyturn.sandbox.(**)").should().beFreeOfCycles(), "violation.first");
  }

  @Test
  void nothing_is_named_util_helper_manager_or_impl() {
    holds(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"), "CodeHelper");
  }

  private static void holds(ArchRule rule, String violation) {
    rule.allowEmptyShould(true).check(SANDBOX);
    String found = String.join("\n", rule.evaluate(VIOLATIONS).getFailureReport().getDetails());
    assertThat(found).contains(violation);
  }
}
