package dev.keyturn.domain.policy.template;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.text.ShellCommand;
import org.jspecify.annotations.Nullable;

/**
 * The policies for a user with MFA, a role and a bucket. Each is a document that IAM or S3 accepts
 * as it is.
 */
public enum PolicyTemplate {
  SELF_SERVICE(
      "self-service",
      PolicyKind.IDENTITY,
      "lets users manage their own password, keys and MFA devices"),
  REQUIRE_MFA(
      "require-mfa",
      PolicyKind.IDENTITY,
      "denies users everything without MFA but what they need for it"),
  ASSUME_ROLE("assume-role", PolicyKind.IDENTITY, "lets a user assume the named roles"),
  AWS_LOGIN("aws-login", PolicyKind.IDENTITY, "lets a user sign in with aws login"),
  ROLE_TRUST(
      "role-trust",
      PolicyKind.TRUST,
      "lets a user, or the whole account, assume the role with MFA"),
  ROLE_PERMISSIONS(
      "role-permissions", PolicyKind.IDENTITY, "lets a role read and write the bucket"),
  BUCKET_POLICY("bucket-policy", PolicyKind.RESOURCE, "lets the role read and write the bucket");

  private final String id;
  private final PolicyKind kind;
  private final String summary;

  PolicyTemplate(String id, PolicyKind kind, String summary) {
    this.id = id;
    this.kind = kind;
    this.summary = summary;
  }

  /** The template with this name; null when there is none. */
  public static @Nullable PolicyTemplate byId(String id) {
    for (PolicyTemplate template : values()) {
      if (template.id.equals(id)) {
        return template;
      }
    }
    return null;
  }

  /** Its name on the command line, such as {@code require-mfa}. */
  public String id() {
    return id;
  }

  /** What it is attached to. */
  public PolicyKind kind() {
    return kind;
  }

  /** A short description of its effect. */
  public String summary() {
    return summary;
  }

  /**
   * The document.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when a value that it needs
   *     is missing
   */
  public String document(TemplateValues values) {
    return switch (this) {
      case SELF_SERVICE -> UserDocuments.selfService(values);
      case REQUIRE_MFA -> UserDocuments.requireMfa(values);
      case ASSUME_ROLE -> UserDocuments.assumeRole(values);
      case AWS_LOGIN -> UserDocuments.awsLogin(values);
      case ROLE_TRUST -> RoleDocuments.trust(values);
      case ROLE_PERMISSIONS -> RoleDocuments.permissions(values);
      case BUCKET_POLICY -> RoleDocuments.bucketPolicy(values);
    };
  }

  static String filled(TemplateValues values, String document) {
    return document
        .replace("<iam>", "arn:<partition>:iam::<account>")
        .replace("<partition>", values.partition().id())
        .replace("<account>", values.account());
  }

  static String firstRole(TemplateValues values) {
    String first = values.roles().isEmpty() ? null : values.roles().get(0);
    return required(first, "a role", "role ROLE");
  }

  static String required(@Nullable String value, String what, String option) {
    if (value == null) {
      throw new Failure.Usage("the policy needs " + what, ShellCommand.ADD + option).exception();
    }
    return value;
  }
}
