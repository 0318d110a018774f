package dev.keyturn.sandbox.policy;

import java.util.List;
import java.util.Set;

/** What AWS asks of an ARN pattern in a policy. */
final class ResourceName {
  private static final Set<String> PARTITIONS =
      Set.of(
          "*",
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f",
          "aws-eusc");

  private static final List<String> IAM_PATHS =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  private ResourceName() {}

  /**
   * Refuses what is not {@code "arn:" partition ":" vendor ":" region ":" account ":" name} to the
   * first look. Names with a wrong beginning get a message of their own later.
   */
  static void refuseUnreadable(String name) {
    String[] parts = name.split(":", -1);
    boolean readable = parts.length >= 6 || !name.contains("::");
    boolean knownPartition = parts.length > 1 && PARTITIONS.contains(parts[1]);
    if (knownPartition && parts.length > 2 && (!readable || parts[2].isEmpty())) {
      throw new MalformedPolicyException(PolicyParser.LEGACY);
    }
  }

  static void refuseMisplacedParts(String name) {
    String[] parts = name.split(":", 6);
    if (parts.length == 1) {
      throw new MalformedPolicyException("Resource " + name + " must be in ARN format or \"*\".");
    }
    if (!PARTITIONS.contains(parts[1])) {
      throw new MalformedPolicyException(unknownPartition(parts));
    }
    if (parts.length == 2) {
      throw new MalformedPolicyException(
          "Resource vendor must be fully qualified and cannot contain regexes.");
    }
    boolean hasRegion = parts.length > 3 && !parts[3].isEmpty();
    String path = parts.length > 5 ? parts[5] : "";
    if (parts[2].equals("s3") && hasRegion && !path.startsWith("accesspoint/")) {
      throw new MalformedPolicyException(
          "Resource " + name + " can not contain region information.");
    }
    if (parts[2].equals("iam")) {
      refuseMisplacedParts(name, hasRegion, path);
    }
  }

  private static void refuseMisplacedParts(String iamName, boolean hasRegion, String path) {
    if (hasRegion) {
      throw new MalformedPolicyException(
          "IAM resource " + iamName + " cannot contain region information.");
    }
    boolean known = path.equals("*") || path.equals("root");
    if (!known && IAM_PATHS.stream().noneMatch(path::startsWith)) {
      throw new MalformedPolicyException(
          "IAM resource path must either be \"*\", root, or start with %s."
              .formatted(String.join(", ", IAM_PATHS)));
    }
  }

  /** The name with a star for each part that it lacks; a colon in a variable parts nothing. */
  static String completed(String name) {
    String plain = name.replaceAll("\\$\\{[^}]*}", "");
    long colons = plain.chars().filter(unit -> unit == ':').count();
    boolean isShort = name.startsWith("arn:") && colons < 5;
    return isShort ? name + ":*".repeat((int) (5 - colons)) : name;
  }

  private static String unknownPartition(String[] parts) {
    return "Partition \"%s\" is not valid for resource \"%s\"."
        .formatted(
            parts[1],
            completed("arn:" + String.join(":", List.of(parts).subList(1, parts.length))));
  }
}
