package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads roles. */
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

  void read(Field field) {
    Role role =
        new Role(
            field.get(ROLE_NAME),
            field.get(PATH),
            field.get(ROLE_ID, identifiers.entityId("AROA")),
            field.get(CREATED, now),
            trust(field, field.find(ROLE_TRUST)),
            field.get(ROLE_MAX_SESSION));
    if (account.role(role.name()) != null) {
      throw field.wrong("a second role " + role.name());
    }
    account.add(role);
    policies.readInto(role, field);
    role.bound(policies.boundary(field));
    role.describe(field.find(DESCRIPTION));
    role.tags().addAll(PolicyReader.tags(field));
  }

  private String trust(Field role, @Nullable String document) {
    return document == null
        ? """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
        "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}\
        """
            .formatted(account.rootArn())
        : PolicyReader.checked(document, role, ROLE_TRUST, PolicyKind.TRUST);
  }
}
