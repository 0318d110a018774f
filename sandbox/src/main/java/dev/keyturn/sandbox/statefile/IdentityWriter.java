package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.ServiceCredential;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.type.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes users, groups, roles and policies. */
final class IdentityWriter {
  private IdentityWriter() {}

  static Json user(Account account, User user) {
    List<String> groups = account.groupsOf(user).stream().map(Group::name).toList();
    return holder(USER_NAME, USER_ID, user)
        .withAll(KEYS, user.accessKeys(), IdentityWriter::key)
        .withAll(DEVICES, account.devicesOf(user), IdentityWriter::device)
        .with(USER_GROUPS, groups.isEmpty() ? null : groups)
        .withObject(BOUNDARY, boundary(user.boundary()))
        .withAny(TAGS, user.tags(), IdentityWriter::tag)
        .withObject(LOGIN_PROFILE, login(user.loginProfile()))
        .withAny(SERVICE_CREDENTIALS, user.serviceCredentials(), IdentityWriter::serviceCredential)
        .json();
  }

  private static Json serviceCredential(ServiceCredential credential) {
    return new ObjectWriter()
        .with(SERVICE_ID, credential.id())
        .with(SERVICE_NAME, credential.service())
        .with(SERVICE_USER, credential.userName())
        .with(SERVICE_PASSWORD, credential.password())
        .with(KEY_STATUS, credential.active() ? "Active" : "Inactive")
        .with(CREATED, credential.createDate())
        .with(SERVICE_EXPIRATION, credential.expiration())
        .json();
  }

  static Json role(Role role) {
    return holder(ROLE_NAME, ROLE_ID, role)
        .with(ROLE_MAX_SESSION, role.maxSessionDuration())
        .with(ROLE_TRUST, role.trustPolicy())
        .with(DESCRIPTION, role.description())
        .withObject(BOUNDARY, boundary(role.boundary()))
        .withAny(TAGS, role.tags(), IdentityWriter::tag)
        .json();
  }

  static Json group(Group group) {
    return holder(GROUP_NAME, GROUP_ID, group).json();
  }

  private static ObjectWriter holder(Member<String> name, Member<String> id, PolicyHolder holder) {
    return new ObjectWriter()
        .with(name, holder.name())
        .with(PATH, holder.path())
        .with(id, holder.id())
        .with(CREATED, holder.createDate())
        .withAll(POLICIES, holder.policies().values(), IdentityWriter::policy)
        .withAny(ATTACHED_POLICIES, holder.attachedPolicies(), IdentityWriter::attached);
  }

  static Json key(AccessKey key) {
    AccessKey.LastUse use = key.lastUse();
    return new ObjectWriter()
        .with(KEY_ID, key.id())
        .with(KEY_SECRET, key.secret())
        .with(KEY_STATUS, key.status())
        .with(CREATED, key.createDate())
        .with(KEY_VALID_FROM, key.validFrom().equals(Instant.EPOCH) ? null : key.validFrom())
        .withObject(LAST_USED, use == null ? null : lastUse(use))
        .json();
  }

  private static Json lastUse(AccessKey.LastUse use) {
    return new ObjectWriter()
        .with(USE_DATE, use.date())
        .with(USE_SERVICE, use.service())
        .with(USE_REGION, use.region())
        .json();
  }

  static Json device(MfaDevice device) {
    CodeCheck codes = device.codes();
    return new ObjectWriter()
        .with(DEVICE_SERIAL, device.serialNumber())
        .with(DEVICE_SEED, codes == null ? null : codes.seed())
        .with(DEVICE_OFFSET, codes == null ? 0 : (int) codes.offsetSeconds())
        .with(DEVICE_USED_STEPS, codes == null ? null : usedSteps(codes))
        .with(DEVICE_ENABLED, device.enableDate())
        .withAny(TAGS, device.tags(), IdentityWriter::tag)
        .json();
  }

  private static @Nullable List<Integer> usedSteps(CodeCheck codes) {
    List<Integer> steps = codes.usedSteps().stream().map(Math::toIntExact).toList();
    return steps.isEmpty() ? null : steps;
  }

  private static Json policy(Policy policy) {
    return new ObjectWriter()
        .with(POLICY_NAME, policy.name())
        .with(POLICY_DOCUMENT, policy.document())
        .json();
  }

  private static Json attached(ManagedPolicy policy) {
    return new ObjectWriter()
        .with(ATTACHED_NAME, new Json.Str(policy.name()))
        .with(ATTACHED_ARN, policy.arn())
        .json();
  }

  private static @Nullable Json boundary(@Nullable ManagedPolicy policy) {
    return policy == null
        ? null
        : new ObjectWriter()
            .with(BOUNDARY_TYPE, new Json.Str("Policy"))
            .with(BOUNDARY_ARN, policy.arn())
            .json();
  }

  static Json managed(ManagedPolicy policy) {
    String last = "v" + policy.lastNumber();
    return new ObjectWriter()
        .with(POLICY_NAME, policy.name())
        .with(PATH, policy.path())
        .with(MANAGED_ID, policy.id())
        .with(DESCRIPTION, policy.description())
        .with(CREATED, policy.createDate())
        .withAny(TAGS, policy.tags(), IdentityWriter::tag)
        .withAll(VERSIONS, policy.versions(), version -> version(policy, version))
        .with(LAST_VERSION, last.equals(policy.versions().get(0).id()) ? null : last)
        .json();
  }

  private static Json version(ManagedPolicy policy, ManagedPolicy.Version version) {
    return new ObjectWriter()
        .with(VERSION_ID, version.id())
        .with(VERSION_DOCUMENT, version.document())
        .with(VERSION_DEFAULT, policy.defaultVersion().equals(version))
        .with(CREATED, version.createDate())
        .json();
  }

  private static Json tag(Tag tag) {
    return new ObjectWriter().with(TAG_KEY, tag.key()).with(TAG_VALUE, tag.value()).json();
  }

  private static @Nullable Json login(@Nullable LoginProfile profile) {
    return profile == null
        ? null
        : new ObjectWriter()
            .with(LOGIN_PASSWORD, profile.password())
            .with(LOGIN_RESET, profile.resetRequired())
            .with(CREATED, profile.createDate())
            .with(LOGIN_CHANGED, profile.changed())
            .json();
  }
}
