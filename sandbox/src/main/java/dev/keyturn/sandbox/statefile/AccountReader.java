package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.Policy;
import dev.keyturn.sandbox.state.Role;
import dev.keyturn.sandbox.state.User;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account.
 *
 * <pre>
 * account = { "AccountId" : 12 digits, "Alias" : name, "Partition" : "aws" / "aws-cn" / "aws-us-gov",
 *             "Root" : { "AccessKeys" : [ key … ], "MFADevices" : [ device … ] },
 *             "Users" : [ user … ], "Roles" : [ role … ], "Buckets" : [ bucket … ],
 *             "VirtualMFADevices" : [ device … ] }
 * user    = { "UserName" : name, "Path" : path, "UserId" : id, "CreateDate" : time,
 *             "AccessKeys" : [ key … ], "MFADevices" : [ device … ], "Policies" : [ policy … ] }
 * role    = { "RoleName" : name, "Path" : path, "RoleId" : id, "CreateDate" : time,
 *             "MaxSessionDuration" : 3600…43200, "AssumeRolePolicyDocument" : {…},
 *             "Policies" : [ policy … ] }
 * policy  = { "PolicyName" : name, "PolicyDocument" : {…} }
 * </pre>
 *
 * <p>Only names are required. A user without {@code AccessKeys} gets one key (an empty list: none);
 * a role without a trust policy trusts its own account. {@link DeviceReader} and {@link
 * BucketReader} have the rest.
 */
final class AccountReader {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
  private static final Pattern PATH = Pattern.compile("/|/[!-~]{1,510}/");
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
            "Users",
            "Roles",
            "Buckets",
            "VirtualMFADevices"));
    Account account =
        new Account(accountId(field), field.text("Alias"), partition(field), root(field));
    DeviceReader devices = new DeviceReader(account, identifiers, now);
    Field root = field.member("Root");
    if (root != null) {
      devices.readAll(root, account.root());
    }
    field.list("Users", user -> user(user, account, devices));
    devices.readUnassigned(field);
    field.list("Roles", role -> role(role, account));
    field.list("Buckets", bucket -> BucketReader.read(bucket, now)).forEach(account::add);
    return account;
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

  private User user(Field field, Account account, DeviceReader devices) {
    field.object(
        Set.of("UserName", "Path", "UserId", "CreateDate", "AccessKeys", "MFADevices", "Policies"));
    User user =
        new User(
            name(field, "UserName"),
            path(field),
            field.text("UserId", identifiers.entityId("AIDA")),
            field.time("CreateDate", now));
    if (account.user(user.name()) != null) {
      throw field.wrong("a second user " + user.name());
    }
    account.add(user);
    new KeyReader(identifiers, now).readAll(field, user);
    devices.readAll(field, user);
    for (Policy policy : field.list("Policies", AccountReader::policy)) {
      user.policies().put(policy.name(), policy);
    }
    return user;
  }

  private Role role(Field field, Account account) {
    field.object(
        Set.of(
            "RoleName",
            "Path",
            "RoleId",
            "CreateDate",
            "MaxSessionDuration",
            "AssumeRolePolicyDocument",
            "Policies"));
    Role role =
        new Role(
            name(field, "RoleName"),
            path(field),
            field.text("RoleId", identifiers.entityId("AROA")),
            field.time("CreateDate", now),
            trust(field.member("AssumeRolePolicyDocument"), account),
            field.number("MaxSessionDuration", 3600, 43200, 3600));
    if (account.role(role.name()) != null) {
      throw field.wrong("a second role " + role.name());
    }
    account.add(role);
    for (Policy policy : field.list("Policies", AccountReader::policy)) {
      role.policies().put(policy.name(), policy);
    }
    return role;
  }

  private static String trust(@Nullable Field field, Account account) {
    return field == null
        ? """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
        "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}\
        """
            .formatted(account.rootArn())
        : document(field, PolicyKind.TRUST);
  }

  private static Policy policy(Field field) {
    field.object(Set.of("PolicyName", "PolicyDocument"));
    Field document = field.member("PolicyDocument");
    if (document == null) {
      throw field.wrong("\"PolicyDocument\" is missing");
    }
    return new Policy(field.required("PolicyName"), document(document, PolicyKind.IDENTITY));
  }

  /** A document as an object, or as a text that holds one. */
  private static String document(Field field, PolicyKind kind) {
    String text = field.value() instanceof Json.Str string ? string.value() : field.value().print();
    try {
      PolicyDocument.parse(text, kind);
      return text;
    } catch (MalformedPolicyException e) {
      throw field.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static String name(Field field, String member) {
    String name = field.required(member);
    if (!NAME.matcher(name).matches()) {
      throw field.wrong("\"" + member + "\" may hold 1 to 64 letters, digits and _+=,.@-");
    }
    return name;
  }

  private static String path(Field field) {
    String path = field.text("Path", "/");
    if (!PATH.matcher(path).matches()) {
      throw field.wrong("\"Path\" must begin and end with /");
    }
    return path;
  }
}
