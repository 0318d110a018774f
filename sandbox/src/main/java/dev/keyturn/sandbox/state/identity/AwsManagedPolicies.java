package dev.keyturn.sandbox.state.identity;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Managed policies of AWS, which every account of a partition has.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">
 *     AWS managed policies</a>
 */
public final class AwsManagedPolicies {
  private AwsManagedPolicies() {}

  /** The policies by their ARN. */
  public static Map<String, ManagedPolicy> in(String partition) {
    Map<String, ManagedPolicy> policies = new LinkedHashMap<>();
    for (Json policy : ((Json.Arr) Json.parse(resource())).items()) {
      ManagedPolicy read = policy((Json.Obj) policy, partition);
      policies.put(read.arn(), read);
    }
    return policies;
  }

  private static ManagedPolicy policy(Json.Obj policy, String partition) {
    String name = text(policy, "PolicyName");
    Instant created = Instant.parse(text(policy, "CreateDate"));
    String document = Objects.requireNonNull(policy.get("Document")).print();
    String local = document.replace("arn:aws:", "arn:" + partition + ":");
    Version only = new Version(text(policy, "VersionId"), local, created);
    return new ManagedPolicy(
        name,
        "/",
        text(policy, "PolicyId"),
        "arn:" + partition + ":iam::aws:policy/" + name,
        text(policy, "Description"),
        created,
        List.of(only),
        only);
  }

  private static String text(Json.Obj policy, String member) {
    return ((Json.Str) Objects.requireNonNull(policy.get(member), member)).value();
  }

  private static String resource() {
    try (InputStream in =
        AwsManagedPolicies.class.getResourceAsStream("aws-managed-policies.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
