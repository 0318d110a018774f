package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Json;
import dev.keyturn.domain.json.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads principals.
 *
 * <pre>
 * principals = "*" | { type: string | [ string, … ], … }
 * type       = "AWS" | "Service" | "Federated" | "CanonicalUser"
 * </pre>
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class PrincipalParser {

  private static final Set<String> TYPES =
      new TreeSet<>(Set.of("AWS", "Service", "Federated", "CanonicalUser"));

  private final Mistakes mistakes;

  PrincipalParser(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Principals parse(Json.Member member) {
    boolean excluded = member.name().equals("NotPrincipal");
    if (member.value() instanceof Json.StringValue string) {
      requireAnybody(member.name(), string);
      return new Principals(excluded, List.of(anybody()));
    }
    List<Principals.Name> names = new ArrayList<>();
    for (Json.Member type : mistakes.members(member.name(), member.value(), TYPES)) {
      for (Json value : Mistakes.elements(type.value())) {
        names.add(name(type(type.name()), mistakes.text(type.name(), value), value.position()));
      }
    }
    if (names.isEmpty()) {
      throw mistakes.at(member.position(), member.name() + " is empty", "\"AWS\": \"ACCOUNT_ID\"");
    }
    return new Principals(excluded, List.copyOf(names));
  }

  private void requireAnybody(String element, Json.StringValue value) {
    if (!value.text().equals("*")) {
      throw mistakes.at(
          value.position(),
          element + " must be \"*\" or an object",
          "\"" + element + "\": {\"AWS\": \"" + value.text() + "\"}");
    }
  }

  private static Principals.Type type(String id) {
    for (Principals.Type type : Principals.Type.values()) {
      if (type.id().equals(id)) {
        return type;
      }
    }
    throw new IllegalArgumentException(id);
  }

  private Principals.Name name(Principals.Type type, String value, Position position) {
    if (type == Principals.Type.AWS) {
      if (value.equals("*")) {
        return anybody();
      }
      if (!isPrincipal(value)) {
        throw mistakes.at(
            position,
            "'" + value + "' is not a principal",
            "write an account ID or the ARN of one user, role or session, without wildcards");
      }
    }
    return new Principals.Name(type, value);
  }

  private static Principals.Name anybody() {
    return new Principals.Name(Principals.Type.ANYBODY, "*");
  }

  private static boolean isPrincipal(String value) {
    return (value.length() == 12 && Ascii.isDigits(value))
        || isUniqueId(value)
        || (isArn(value) && value.indexOf('*') < 0 && value.indexOf('?') < 0);
  }

  /** The ids that IAM shows for a user or role that no longer exists. */
  private static boolean isUniqueId(String value) {
    return value.length() >= 16
        && (value.startsWith("AIDA") || value.startsWith("AROA"))
        && Ascii.isAlphanumeric(value);
  }

  private static boolean isArn(String value) {
    String[] parts = value.split(":", 6);
    return parts.length == 6
        && parts[0].equals("arn")
        && parts[1].startsWith("aws")
        && parts[4].length() == 12
        && Ascii.isDigits(parts[4])
        && (parts[2].equals("iam") ? isIamPrincipal(parts[5]) : isStsPrincipal(parts));
  }

  private static boolean isIamPrincipal(String resource) {
    return resource.equals("root") || resource.startsWith("user/") || resource.startsWith("role/");
  }

  private static boolean isStsPrincipal(String[] parts) {
    return parts[2].equals("sts")
        && (parts[5].startsWith("assumed-role/") || parts[5].startsWith("federated-user/"));
  }
}
