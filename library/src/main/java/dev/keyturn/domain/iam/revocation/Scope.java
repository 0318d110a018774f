package dev.keyturn.domain.iam.revocation;

import dev.keyturn.domain.iam.PolicyOwner;
import org.jspecify.annotations.Nullable;

/**
 * The user or role whose sessions are ended.
 *
 * @param owner the user or the role
 * @param account the account that it is in
 * @param sessionName the name of the role sessions; null for all
 */
public record Scope(PolicyOwner owner, String account, @Nullable String sessionName) {

  /** Whether it is a role's. */
  public boolean isRole() {
    return owner instanceof PolicyOwner.Role;
  }

  /** The ARN of the user or role, without its path. */
  public String arn(String partition) {
    String kind = isRole() ? "role/" : "user/";
    return "arn:" + partition + ":iam::" + account + ":" + kind + owner.name();
  }
}
