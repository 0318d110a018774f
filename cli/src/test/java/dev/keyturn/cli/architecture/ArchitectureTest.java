package dev.keyturn.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.transcript.BuildOutput;
import dev.keyturn.domain.credential.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house rules that a machine can check, each named with its sentence. Each test also shows that
 * the rule finds a class that breaks it: those are in the package {@code violation}.
 */
class ArchitectureTest {

  private static final JavaClasses CLI = new ClassFileImporter().importPath(BuildOutput.CLASSES);

  private static final String FAILURES = "dev.keyturn.domain.failure";

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("dev.keyturn.cli.architecture.violation");

  @Test
  void an_adapter_uses_no_other_adapter_but_the_librarys_ground_floor() {
    holds(
        slices()
            .matching("..adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                resideInAPackage("..adapter.."),
                resideInAnyPackage("dev.keyturn.adapter.file..", "dev.keyturn.adapter.child..")),
        "UsesAnotherAdapter");
  }

  @Test
  void of_the_commands_an_adapter_knows_their_ports_only() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("..adapter..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("..command..").and(resideInAPackage("..command.port..").negate())),
        "UsesAnotherAdapter.command");
  }

  @Test
  void only_the_wiring_knows_adapters() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("..adapter..", "..app..")
            .should()
            .dependOnClassesThat(resideInAPackage("..adapter..")),
        "BuildsAnAdapter");
  }

  @Test
  void nobody_knows_the_wiring() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..app..")
            .should()
            .dependOnClassesThat(resideInAPackage("..app..")),
        "KnowsTheWiring");
  }

  @Test
  void
      clock_environment_files_randomness_processes_and_network_enter_through_the_wiring_and_adapters() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages("..adapter..", "..app..")
            .should()
            .accessTargetWhere(new OutsideWorld()),
        "PrintsByItself",
        "ReadsTheClock");
  }

  @Test
  void only_main_ends_the_jvm() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.keyturn.cli.app.Main")
            .should()
            .callMethodWhere(
                target(nameMatching("exit|halt"))
                    .and(targetOwner(assignableTo(System.class).or(assignableTo(Runtime.class))))),
        "EndsTheJvm");
  }

  @Test
  void raw_secrets_are_handled_in_these_classes_only() {
    Set<String> revealing =
        CLI.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(ArchitectureTest::reveals)
            .map(access -> access.getOriginOwner().getSimpleName())
            .collect(Collectors.toSet());
    assertThat(revealing)
        .containsOnly(
            "ConsoleCommand",
            "CredentialDocument",
            "CsvHandover",
            "EndpointVariables",
            "FileKey",
            "HelperStore",
            "JsonFileCache",
            "KeychainStore",
            "OpenFile",
            "PassStore",
            "ProcessJson",
            "ServeCommand",
            "SessionVariables",
            "StoreShowCommand",
            "TerminalEnrollment",
            "TokenStore");
  }

  private static boolean reveals(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Secret.class)
        && access.getName().equals("reveal");
  }

  @Test
  void the_type_of_a_failure_is_looked_at_only_to_read_its_facts() {
    assertThat(
            CLI.stream()
                .flatMap(type -> type.getInstanceofChecks().stream())
                .filter(check -> check.getRawType().getPackageName().equals(FAILURES))
                .filter(check -> !check.getRawType().getSimpleName().equals("FailureException"))
                .map(check ->
                    check.getOwner().getOwner().getSimpleName()
                        + " reads "
                        + check.getRawType().getSimpleName()))
        .containsOnly("ConsoleSession reads Refused", "PassphraseTurns reads Busy");
  }

  @Test
  void the_sdk_does_not_appear() {
    holds(
        noClasses().should().dependOnClassesThat(resideInAPackage("software.amazon..")),
        "UsesTheSdk");
  }

  @Test
  void files_are_written_and_renamed_on_the_ground_floor_only() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..adapter.file..")
            .should()
            .accessTargetWhere(new FileWriting()),
        "WritesAFile");
  }

  @Test
  void packages_have_no_cycles() {
    holds(slices().matching("dev.keyturn.cli.(**)").should().beFreeOfCycles(), "KnowsTheWiring");
  }

  @Test
  void no_package_has_more_than_20_classes() {
    Map<String, Long> sizes =
        CLI.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().isEmpty())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThan(21));
  }

  @Test
  void no_file_has_more_than_300_lines() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(301);
      }
    }
  }

  @Test
  void a_command_is_built_from_at_most_5_things() {
    assertThat(CLI.stream().filter(type -> type.isAssignableTo(Command.class)))
        .isNotEmpty()
        .flatExtracting(JavaClass::getConstructors)
        .allSatisfy(
            it -> assertThat(it.getRawParameterTypes()).as(it.getFullName()).hasSizeLessThan(6));
  }

  @Test
  void nothing_is_named_util_helper_manager_or_impl() {
    holds(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"), "CodeHelper");
  }

  private static void holds(ArchRule rule, String... violations) {
    rule.allowEmptyShould(true).check(CLI);
    String found = String.join("\n", rule.evaluate(VIOLATIONS).getFailureReport().getDetails());
    assertThat(found).contains(violations);
  }
}
