package dev.keyturn.sandbox.state.identity;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.mfa.Base32;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Managed policies of AWS, which every account of a partition has. Those marked {@code Excerpt} are
 * shortened: the full ones change every few weeks.
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
    String path = text(policy, "Path", "/");
    String local = document.replace("arn:aws:", "arn:" + partition + ":");
    Version only = new Version(text(policy, "VersionId"), local, created);
    return new ManagedPolicy(
        name,
        path,
        text(policy, "PolicyId", generatedId(name)),
        "arn:" + partition + ":iam::aws:policy" + path + name,
        text(policy, "Description"),
        created,
        List.of(only),
        only);
  }

  /** An id of the right form, always the same, where AWS's own is not known. */
  private static String generatedId(String name) {
    UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(hash.getMostSignificantBits())
            .putLong(hash.getLeastSignificantBits())
            .array();
    return "ANPA" + Base32.encode(bytes).substring(0, 17);
  }

  private static String text(Json.Obj policy, String member) {
    return ((Json.Str) Objects.requireNonNull(policy.get(member), member)).value();
  }

  private static String text(Json.Obj policy, String member, String otherwise) {
    return policy.get(member) == null ? otherwise : text(policy, member);
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
