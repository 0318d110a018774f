package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account.
 *
 * <pre>
 * account  = { "AccountId" : 12 digits, "Alias" : name,
 *              "Partition" : "aws" / "aws-cn" / "aws-us-gov",
 *              "Root" : { "AccessKeys" : [ key … ], "MFADevices" : [ device … ] },
 *              "Policies" : [ managed … ], "Groups" : [ group … ], "Users" : [ user … ],
 *              "Roles" : [ role … ], "Buckets" : [ bucket … ],
 *              "VirtualMFADevices" : [ device … ], "PasswordPolicy" : password }
 * password = { "MinimumPasswordLength" : 6…128, "RequireSymbols" : flag, "RequireNumbers" : flag,
 *              "RequireUppercaseCharacters" : flag, "RequireLowercaseCharacters" : flag,
 *              "AllowUsersToChangePassword" : flag, "MaxPasswordAge" : 1…1095,
 *              "PasswordReusePrevention" : 1…24, "HardExpiry" : flag }
 * </pre>
 *
 * <p>Everything can be missing. {@link UserReader}, {@link RoleReader}, {@link PolicyReader},
 * {@link DeviceReader} and {@link BucketReader} have the rest.
 */
final class AccountReader {
  private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

  private final Identifiers identifiers;
  private final Instant now;

  AccountReader(Identifiers identifiers, Instant now) {
    this.identifiers = identifiers;
    this.now = now;
  }

  Account read(Field field) {
    field.object(
        Set.of(
            "AccountId",
            "Alias",
            "Partition",
            "Root",
            "Policies",
            "Groups",
            "Users",
            "Roles",
            "Buckets",
            "VirtualMFADevices",
            "PasswordPolicy"));
    Account account =
        new Account(accountId(field), field.text("Alias"), partition(field), root(field));
    DeviceReader devices = new DeviceReader(account, identifiers, now);
    Field root = field.member("Root");
    if (root != null) {
      devices.readAll(root, account.root());
    }
    readIdentities(field, account, devices);
    devices.readUnassigned(field);
    field.list("Buckets", bucket -> BucketReader.read(bucket, now)).forEach(account::add);
    account.govern(passwordPolicy(field.member("PasswordPolicy")));
    return account;
  }

  /** Policies come first, then groups: what follows refers to them. */
  private void readIdentities(Field field, Account account, DeviceReader devices) {
    PolicyReader policies = new PolicyReader(account, identifiers, now);
    UserReader users = new UserReader(account, identifiers, now, policies, devices);
    RoleReader roles = new RoleReader(account, identifiers, now, policies);
    policies.readManaged(field);
    field.list("Groups", users::readGroup);
    field.list("Users", users::read);
    field.list("Roles", roles::read);
  }

  private String accountId(Field field) {
    String id = field.text("AccountId");
    if (id == null) {
      return identifiers.accountId();
    }
    if (!ACCOUNT_ID.matcher(id).matches()) {
      throw field.wrong("\"AccountId\" must be twelve digits");
    }
    return id;
  }

  private static String partition(Field field) {
    String partition = field.text("Partition", "aws");
    if (!Set.of("aws", "aws-cn", "aws-us-gov").contains(partition)) {
      throw field.wrong("\"Partition\" must be aws, aws-cn or aws-us-gov");
    }
    return partition;
  }

  private User root(Field account) {
    User root = new User("<root_account>", "/", identifiers.entityId("AIDA"), now);
    Field field = account.member("Root");
    if (field != null) {
      field.object(Set.of("AccessKeys", "MFADevices"));
      new KeyReader(identifiers, now).readAll(field, root);
    }
    return root;
  }

  private static @Nullable PasswordPolicy passwordPolicy(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    field.object(
        Set.of(
            "MinimumPasswordLength",
            "RequireSymbols",
            "RequireNumbers",
            "RequireUppercaseCharacters",
            "RequireLowercaseCharacters",
            "AllowUsersToChangePassword",
            "MaxPasswordAge",
            "PasswordReusePrevention",
            "HardExpiry"));
    return new PasswordPolicy(
        field.number("MinimumPasswordLength", 6, 128, 6),
        field.flag("RequireSymbols", false),
        field.flag("RequireNumbers", false),
        field.flag("RequireUppercaseCharacters", false),
        field.flag("RequireLowercaseCharacters", false),
        field.flag("AllowUsersToChangePassword", false),
        numberIfAny(field.member("MaxPasswordAge"), 1095),
        numberIfAny(field.member("PasswordReusePrevention"), 24),
        field.flag("HardExpiry", false));
  }

  private static @Nullable Integer numberIfAny(@Nullable Field field, int most) {
    return field == null ? null : Integer.valueOf(field.number(1, most));
  }
}
