package dev.keyturn.domain.policy.caller;

import dev.keyturn.domain.policy.evaluate.Principal;
import dev.keyturn.domain.profile.plan.Partition;
import java.util.Map;

/**
 * The user and the role for which policies are checked.
 *
 * @param account the account id of both
 * @param user the name, with its path when it has one: {@code alice} or {@code division/alice}
 * @param role the name, with its path when it has one
 * @param bucket a bucket of the account
 * @param tags of the user and of the role
 */
public record Subject(
    Partition partition,
    String account,
    String user,
    String role,
    String bucket,
    Map<String, String> tags) {

  /** The name of every session of the role, as AWS shows it. */
  static final String SESSION_NAME = "session";

  /** The user's ARN. */
  public String userArn() {
    return iam("user/" + user);
  }

  /** The user's name without its path, the value of {@code aws:username}. */
  public String userName() {
    return lastPart(user);
  }

  /** The role's ARN. */
  public String roleArn() {
    return iam("role/" + role);
  }

  /** The ARN of an IAM resource such as {@code mfa/alice}. */
  public String iam(String resource) {
    return "arn:" + partition.id() + ":iam::" + account + ":" + resource;
  }

  /** The ARN of the bucket, or of an object in it: {@code /notes.txt}. */
  public String bucketArn(String suffix) {
    return "arn:" + partition.id() + ":s3:::" + bucket + suffix;
  }

  /** The user as the principal of a request. */
  Principal userPrincipal() {
    return Principal.user(account, userArn());
  }

  /** A session of the role as the principal of a request; its ARN drops the role's path. */
  Principal rolePrincipal() {
    String session =
        "arn:"
            + partition.id()
            + ":sts::"
            + account
            + ":assumed-role/"
            + lastPart(role)
            + "/"
            + SESSION_NAME;
    return new Principal(account, session, roleArn());
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
