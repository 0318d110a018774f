package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads roles.
 *
 * <pre>
 * role = { "RoleName" : name, "Path" : path, "RoleId" : id, "CreateDate" : time, "Tags" : tags,
 *          "Description" : text, "MaxSessionDuration" : 3600…43200,
 *          "AssumeRolePolicyDocument" : document, holder, "PermissionsBoundary" : boundary }
 * </pre>
 *
 * <p>Only the name is required; a role without a trust policy trusts its own account.
 */
final class RoleReader {
  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;
  private final PolicyReader policies;

  RoleReader(Account account, Identifiers identifiers, Instant now, PolicyReader policies) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
    this.policies = policies;
  }

  Role read(Field field) {
    field.object(
        Set.of(
            "RoleName",
            "Path",
            "RoleId",
            "CreateDate",
            "Tags",
            "Description",
            "MaxSessionDuration",
            "AssumeRolePolicyDocument",
            "Policies",
            "AttachedManagedPolicies",
            "PermissionsBoundary"));
    Role role =
        new Role(
            Names.name(field, "RoleName", 64),
            Names.path(field),
            field.text("RoleId", identifiers.entityId("AROA")),
            field.time("CreateDate", now),
            trust(field, field.member("AssumeRolePolicyDocument")),
            field.number("MaxSessionDuration", 3600, 43200, 3600));
    if (account.role(role.name()) != null) {
      throw field.wrong("a second role " + role.name());
    }
    account.add(role);
    policies.readInto(role, field);
    role.bound(policies.boundary(field));
    role.describe(field.text("Description"));
    role.tags().addAll(Names.tags(field));
    return role;
  }

  private String trust(Field role, @Nullable Field field) {
    return field == null
        ? """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
        "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}\
        """
            .formatted(account.rootArn())
        : PolicyReader.document(field, role, PolicyKind.TRUST);
  }
}
