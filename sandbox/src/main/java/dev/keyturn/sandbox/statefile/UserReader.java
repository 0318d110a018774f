package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads users and groups.
 *
 * <pre>
 * user  = { "UserName" : name, "Path" : path, "UserId" : id, "CreateDate" : time, "Tags" : tags,
 *           "AccessKeys" : [ key … ], "MFADevices" : [ device … ], "GroupList" : [ name … ],
 *           holder, "PermissionsBoundary" : boundary, "LoginProfile" : login }
 * login = { "Password" : text, "PasswordResetRequired" : flag, "CreateDate" : time }
 * group = { "GroupName" : name, "Path" : path, "GroupId" : id, "CreateDate" : time, holder }
 * </pre>
 *
 * <p>Only names and passwords are required. A user without {@code AccessKeys} gets one key (an
 * empty list: none).
 */
final class UserReader {
  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;
  private final PolicyReader policies;
  private final DeviceReader devices;

  UserReader(
      Account account,
      Identifiers identifiers,
      Instant now,
      PolicyReader policies,
      DeviceReader devices) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
    this.policies = policies;
    this.devices = devices;
  }

  User read(Field field) {
    field.object(
        Set.of(
            "UserName",
            "Path",
            "UserId",
            "CreateDate",
            "Tags",
            "AccessKeys",
            "MFADevices",
            "GroupList",
            "Policies",
            "AttachedManagedPolicies",
            "PermissionsBoundary",
            "LoginProfile"));
    User user =
        new User(
            Names.name(field, "UserName", 64),
            Names.path(field),
            field.text("UserId", identifiers.entityId("AIDA")),
            field.time("CreateDate", now));
    if (account.user(user.name()) != null) {
      throw field.wrong("a second user " + user.name());
    }
    account.add(user);
    new KeyReader(identifiers, now).readAll(field, user);
    devices.readAll(field, user);
    policies.readInto(user, field);
    user.bound(policies.boundary(field));
    user.tags().addAll(Names.tags(field));
    user.login(login(field.member("LoginProfile")));
    field.list("GroupList", this::group).forEach(group -> group.users().add(user));
    return user;
  }

  private Group group(Field field) {
    Group group = account.group(field.text());
    if (group == null) {
      throw field.wrong("no group " + field.text());
    }
    return group;
  }

  private @Nullable LoginProfile login(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    field.object(Set.of("Password", "PasswordResetRequired", "CreateDate"));
    Instant created = field.time("CreateDate", now);
    return new LoginProfile(
        field.required("Password"), field.flag("PasswordResetRequired", false), created, created);
  }

  Group readGroup(Field field) {
    field.object(
        Set.of(
            "GroupName", "Path", "GroupId", "CreateDate", "Policies", "AttachedManagedPolicies"));
    Group group =
        new Group(
            Names.name(field, "GroupName", 128),
            Names.path(field),
            field.text("GroupId", identifiers.entityId("AGPA")),
            field.time("CreateDate", now));
    if (account.group(group.name()) != null) {
      throw field.wrong("a second group " + group.name());
    }
    account.add(group);
    policies.readInto(group, field);
    return group;
  }
}
