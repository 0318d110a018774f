package dev.keyturn.sandbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The house rules that a machine can check, each named with its sentence. Each test also shows that
 * the rule finds a class that breaks it: those stand in the package {@code violation}.
 */
class ArchitectureTest {

  private static final JavaClasses SANDBOX =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("build.folder", "target"), "classes"));

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("dev.keyturn.sandbox.architecture.violation");

  @Test
  void the_sandbox_uses_only_the_jdk_and_itself() {
    holds(
        classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "javax.crypto..",
                "javax.net..",
                "javax.xml.parsers..",
                "org.w3c.dom..",
                "org.xml.sax..",
                "org.jspecify..",
                "dev.keyturn.sandbox.."),
        "UsesALibrary");
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
