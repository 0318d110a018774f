package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.ServiceCredential;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads users and groups. */
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
    User user =
        new User(
            field.get(USER_NAME),
            field.get(PATH),
            field.get(USER_ID, identifiers.entityId("AIDA")),
            field.get(CREATED, now));
    if (account.user(user.name()) != null) {
      throw field.wrong("a second user " + user.name());
    }
    account.add(user);
    new KeyReader(identifiers, now).readAll(field, user);
    devices.readAll(field, user);
    policies.readInto(user, field);
    user.bound(policies.boundary(field));
    user.tags().addAll(PolicyReader.tags(field));
    user.login(login(field.find(LOGIN_PROFILE)));
    for (Field credential : field.get(SERVICE_CREDENTIALS)) {
      user.serviceCredentials().add(serviceCredential(credential, user));
    }
    for (String group : field.get(USER_GROUPS)) {
      group(field, group).users().add(user);
    }
    return user;
  }

  private ServiceCredential serviceCredential(Field field, User user) {
    return new ServiceCredential(
        field.get(SERVICE_ID, identifiers.entityId("ACCA")),
        field.get(SERVICE_NAME),
        field.get(SERVICE_USER, user.name() + "-at-" + account.id()),
        field.get(SERVICE_PASSWORD, identifiers.secretAccessKey()),
        field.get(KEY_STATUS).equals("Active"),
        field.get(CREATED, now),
        field.find(SERVICE_EXPIRATION));
  }

  private Group group(Field user, String name) {
    Group group = account.group(name);
    if (group == null) {
      throw user.wrong(USER_GROUPS, "no group " + name);
    }
    return group;
  }

  private @Nullable LoginProfile login(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    Instant created = field.get(CREATED, now);
    String password = field.get(LOGIN_PASSWORD, identifiers.password());
    return new LoginProfile(
        password, field.get(LOGIN_RESET), created, field.get(LOGIN_CHANGED, created));
  }

  void readGroup(Field field) {
    Group group =
        new Group(
            field.get(GROUP_NAME),
            field.get(PATH),
            field.get(GROUP_ID, identifiers.entityId("AGPA")),
            field.get(CREATED, now));
    if (account.group(group.name()) != null) {
      throw field.wrong("a second group " + group.name());
    }
    account.add(group);
    policies.readInto(group, field);
  }
}
