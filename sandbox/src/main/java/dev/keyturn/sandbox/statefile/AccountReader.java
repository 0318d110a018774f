package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.CREATED;
import static dev.keyturn.sandbox.statefile.type.StateMembers.*;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.CredentialReport;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads an account. */
final class AccountReader {
  private final Identifiers identifiers;
  private final Instant now;

  AccountReader(Identifiers identifiers, Instant now) {
    this.identifiers = identifiers;
    this.now = now;
  }

  Account read(Field field) {
    String id = field.find(ACCOUNT_ID);
    Field rootField = field.find(ROOT);
    Instant created = rootField == null ? now : rootField.get(CREATED, now);
    User root = new User("<root_account>", "/", identifiers.entityId("AIDA"), created);
    Account account =
        new Account(
            id == null ? identifiers.accountId() : id,
            field.find(ALIAS),
            field.get(PARTITION),
            root);
    DeviceReader devices = new DeviceReader(account, identifiers, now);
    if (rootField != null) {
      new KeyReader(identifiers, now).readAll(rootField, root);
      devices.readAll(rootField, root);
    }
    readIdentities(field, account, devices);
    field.get(UNASSIGNED_DEVICES).forEach(devices::readUnassigned);
    field.get(BUCKETS).forEach(bucket -> account.add(BucketReader.read(bucket, account.id(), now)));
    account.govern(passwordPolicy(field.find(PASSWORD_POLICY)));
    Field report = field.find(CREDENTIAL_REPORT);
    if (report != null) {
      account.report(new CredentialReport(report.get(REPORT_CONTENT), report.get(REPORT_TIME)));
    }
    return account;
  }

  /** Policies come first, then groups: what follows refers to them. */
  private void readIdentities(Field field, Account account, DeviceReader devices) {
    PolicyReader policies = new PolicyReader(account, identifiers, now);
    UserReader users = new UserReader(account, identifiers, now, policies, devices);
    RoleReader roles = new RoleReader(account, identifiers, now, policies);
    field.get(MANAGED_POLICIES).forEach(policy -> account.add(policies.readManaged(policy)));
    field.get(GROUPS).forEach(users::readGroup);
    field.get(USERS).forEach(users::read);
    field.get(ROLES).forEach(roles::read);
  }

  private static @Nullable PasswordPolicy passwordPolicy(@Nullable Field field) {
    return field == null
        ? null
        : new PasswordPolicy(
            field.get(PASSWORD_LENGTH),
            field.get(PASSWORD_SYMBOLS),
            field.get(PASSWORD_NUMBERS),
            field.get(PASSWORD_UPPERCASE),
            field.get(PASSWORD_LOWERCASE),
            field.get(PASSWORD_CHANGE),
            field.find(PASSWORD_AGE),
            field.find(PASSWORD_REUSE),
            field.get(PASSWORD_EXPIRY));
  }
}
