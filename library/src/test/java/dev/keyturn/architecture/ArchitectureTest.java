package dev.keyturn.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyturn.MfaCredentialsProvider;
import dev.keyturn.domain.credential.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The house rules that a machine can check, each named with its sentence. Each test also shows that
 * the rule finds a class that breaks it: those are in the package {@code violation}.
 */
class ArchitectureTest {

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("build.folder", "target"), "classes"));

  private static final String FAILURES = "dev.keyturn.domain.failure";

  private static final JavaClasses VIOLATIONS =
      new ClassFileImporter().importPackages("dev.keyturn.architecture.violation");

  @Test
  void the_domain_uses_only_java_jspecify_and_itself() {
    holds(
        classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "..domain.."),
        "UsesTheSdk");
  }

  @Test
  void of_the_rest_of_the_domain_only_the_management_of_users_knows_sessions() {
    holds(
        noClasses()
            .that()
            .resideInAPackage("..domain..")
            .and()
            .resideOutsideOfPackages("..domain.session..", "..domain.iam..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..domain.session.."),
        "KnowsSessions");
  }

  @Test
  void sessions_do_not_know_the_management_of_users() {
    assertThat(
            noClasses()
                .that()
                .resideInAPackage("..domain.session..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..domain.iam..")
                .evaluate(LIBRARY)
                .hasViolation())
        .isFalse();
  }

  @Test
  void an_adapter_uses_no_other_adapter_but_the_ground_floor() {
    holds(
        slices()
            .matching("..adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                resideInAPackage("..adapter.."),
                resideInAnyPackage("..adapter.file..", "..adapter.child..")),
        "UsesAnotherAdapter");
  }

  @Test
  void only_the_wiring_of_the_credentials_provider_knows_adapters() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .and()
            .doNotHaveSimpleName("ProviderWiring")
            .and()
            .doNotHaveSimpleName("SdkBaseCredentials")
            .should()
            .dependOnClassesThat(resideInAPackage("..adapter..")),
        "BuildsAnAdapter");
  }

  @Test
  void clock_environment_files_randomness_processes_and_network_enter_through_adapters() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .and()
            .doNotBelongToAnyOf(MfaCredentialsProvider.Builder.class)
            .and()
            .doNotHaveSimpleName("ProviderWiring")
            .should()
            .accessTargetWhere(new OutsideWorld()),
        "ReadsTheClock",
        "ReadsTheEnvironment",
        "ReadsAFile",
        "MakesItsOwnRandomness",
        "StartsAProcess");
  }

  @Test
  void raw_secrets_are_handled_in_these_classes_only() {
    assertThat(
            LIBRARY.get(Secret.class).getMethod("reveal", Secret.Reveal.class).getAccessesToSelf())
        .extracting(access -> access.getOriginOwner().getSimpleName())
        .containsOnly(
            "AwsSignIn",
            "EchoedSecrets",
            "FileSessionStore",
            "KeyImport",
            "KeyExchange",
            "KeyReplacement",
            "NewProfile",
            "RotationRecords",
            "KeyMoves",
            "ReadableKey",
            "ReadableSecret",
            "SdkCredentials",
            "SessionChanges",
            "SignatureV4",
            "StsClientTokens");
  }

  @Test
  void the_type_of_a_failure_is_looked_at_only_to_read_its_facts() {
    assertThat(
            LIBRARY.stream()
                .flatMap(type -> type.getInstanceofChecks().stream())
                .filter(check -> check.getRawType().getPackageName().equals(FAILURES))
                .filter(check -> !check.getRawType().getSimpleName().equals("FailureException"))
                .map(check ->
                    check.getOwner().getOwner().getSimpleName()
                        + " reads "
                        + check.getRawType().getSimpleName()))
        .containsOnly(
            "Nature reads Refused",
            "Nature reads NoProfiles",
            "Nature reads Unknown",
            "Nature reads Unreachable",
            "TargetSections reads Unwritable",
            "SessionRun reads Refused",
            "StepLocks reads Busy",
            "CodedStep reads UnknownDevice");
  }

  @Test
  void the_sdk_appears_only_in_its_adapter_and_the_credentials_provider() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..adapter.aws..")
            .and()
            .doNotHaveSimpleName("MfaCredentialsProvider")
            .and()
            .doNotBelongToAnyOf(MfaCredentialsProvider.Builder.class)
            .and()
            .doNotHaveSimpleName("ProviderWiring")
            .and()
            .doNotHaveSimpleName("RenewedCredentials")
            .and()
            .doNotHaveSimpleName("SdkBaseCredentials")
            .and()
            .doNotHaveSimpleName("SdkCredentials")
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon..")),
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
  void one_class_renames_files_over_others() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.keyturn.adapter.file.NewFile")
            .should()
            .accessField(StandardCopyOption.class, "ATOMIC_MOVE"),
        "WritesAFile");
  }

  @Test
  void packages_have_no_cycles() {
    holds(slices().matching("dev.keyturn.(**)").should().beFreeOfCycles(), "KnowsSessions");
  }

  @Test
  void no_package_has_more_than_20_classes() {
    Map<String, Long> sizes =
        LIBRARY.stream()
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
  void nothing_is_named_util_helper_manager_or_impl() {
    holds(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)"), "CodeHelper");
  }

  private static void holds(ArchRule rule, String... violations) {
    rule.allowEmptyShould(true).check(LIBRARY);
    String found = String.join("\n", rule.evaluate(VIOLATIONS).getFailureReport().getDetails());
    assertThat(found).contains(violations);
  }
}
