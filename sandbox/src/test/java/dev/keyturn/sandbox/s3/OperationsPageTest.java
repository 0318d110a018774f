package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.iam.Iam;
import dev.keyturn.sandbox.sts.Sts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The published page of operations. What AWS has is what the SDK for Java has; what the sandbox has
 * is in its tables.
 */
class OperationsPageTest {
  /** Operations of directory buckets and access points, which AWS answers on hosts of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of("CreateSession", "ListDirectoryBuckets", "WriteGetObjectResponse");

  private final TestSandbox sandbox = TestSandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Where it differs, what should be in docs/ is in target/. */
  @Test
  void the_page_lists_what_the_tables_have() throws IOException {
    String page =
        """
        # Operations of the sandbox

        Every operation that the AWS SDK for Java has for these services, and whether the [sandbox](sandbox.md#what-it-answers)
        answers it. A test compares this page with the sandbox.
        """
            + section("STS", "InvalidAction", sts(), offered(StsClient.class))
            + section("IAM", "InvalidAction", iam(), offered(IamClient.class))
            + section("S3", "NotImplemented", s3(), offered(S3Client.class))
            + """

            ## Other services

            The signature is checked, and the answer names who signed.
            """;
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("sandbox-operations.md"), page);
    assertThat(Path.of("../docs/sandbox-operations.md")).hasContent(page);
  }

  @Test
  void what_the_page_calls_refused_is_an_invalid_action() {
    TestClient alice = sandbox.as("alice");
    for (String action : without(offered(StsClient.class), sts())) {
      String form = TestClient.form(action, "2011-06-15");
      assertThat(alice.send(sandbox.now(), "sts", form).text("Code"))
          .as(action)
          .isEqualTo("InvalidAction");
    }
    for (String action : without(offered(IamClient.class), iam())) {
      assertThat(alice.call(action).text("Code")).as(action).isEqualTo("InvalidAction");
    }
  }

  private static String section(
      String service, String code, Set<String> answered, Set<String> offered) {
    return "\n## "
        + service
        + "\n\n"
        + wrapped("Answered: " + list(answered))
        + "\n\n"
        + wrapped("Refused with `" + code + "`: " + list(without(offered, answered)))
        + "\n";
  }

  private static String wrapped(String text) {
    return text.replaceAll("(.{80,119},) ", "$1\n");
  }

  private static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + ".";
  }

  private static Set<String> without(Set<String> offered, Set<String> answered) {
    Set<String> rest = new TreeSet<>(offered);
    rest.removeAll(answered);
    return rest;
  }

  /** The operations that a client of the SDK has: methods that take one request. */
  private static Set<String> offered(Class<? extends SdkClient> client) {
    return Arrays.stream(client.getMethods())
        .map(Method::getParameterTypes)
        .flatMap(types -> Arrays.stream(types).limit(1))
        .map(Class::getSimpleName)
        .filter(name -> name.endsWith("Request"))
        .map(name -> name.substring(0, name.length() - "Request".length()))
        .map(OperationsPageTest::asInAws)
        .filter(name -> !ELSEWHERE.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The SDK writes abbreviations as words. */
  private static String asInAws(String name) {
    return name.replaceAll("(Open|Client)Id", "$1ID")
        .replace("Mfa", "MFA")
        .replace("Saml", "SAML")
        .replace("Ssh", "SSH");
  }

  private Set<String> sts() {
    return Sts.service(new Callers(sandbox.state()), new Authorization()).actionNames();
  }

  private static Set<String> iam() {
    return Iam.service().actionNames();
  }

  private static Set<String> s3() {
    return Stream.of(Operation.values())
        .filter(operation -> operation != Operation.Unsupported)
        .map(Operation::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
