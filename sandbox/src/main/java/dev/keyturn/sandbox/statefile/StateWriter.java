package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.mfa.CodeCheck;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.identity.AccessKey;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a state so that {@link StateReader} reads the same back, made-up values included. */
public final class StateWriter {
  private StateWriter() {}

  /** The state with its keys and seeds: as secret as those are. */
  public static Json write(State state, List<Fault> faults) {
    Settings settings = state.settings();
    return new Members()
        .list("Accounts", state.accounts(), StateWriter::account)
        .listIfAny("Faults", faults, StateWriter::fault)
        .numberIf(
            "SessionSeconds",
            settings.sessionLife() == null ? null : settings.sessionLife().toSeconds())
        .number("KeyDelaySeconds", settings.keyDelay().toSeconds())
        .flag("EnableCodesCount", settings.enableCodesCount())
        .json();
  }

  /** One fault as {@link FaultReader} reads it. */
  public static Json fault(Fault fault) {
    boolean clock = fault.kind() == Fault.Kind.CLOCK;
    return new Members()
        .text("Action", fault.action())
        .numberIf("Times", fault.times() == null ? null : fault.times().longValue())
        .numberIf("Seconds", fault.life() == null ? null : Math.max(1, fault.life().toSeconds()))
        .textIf("Kind", fault.kind() == null ? null : fault.kind().label())
        .number("LatencyMillis", fault.latency().toMillis())
        .numberIf("OffsetSeconds", clock ? fault.clockOffset().toSeconds() : null)
        .json();
  }

  private static Json account(Account account) {
    List<MfaDevice> unassigned =
        account.devices().stream().filter(device -> device.user() == null).toList();
    return new Members()
        .text("AccountId", account.id())
        .textIf("Alias", account.alias())
        .text("Partition", account.partition())
        .jsonIf("Root", hasNothing(account, account.root()) ? null : root(account))
        .listIfAny("Policies", ownPolicies(account), IdentityWriter::managed)
        .listIfAny("Groups", account.groups(), IdentityWriter::group)
        .list("Users", account.users(), user -> user(account, user))
        .list("Roles", account.roles(), StateWriter::role)
        .list("Buckets", account.buckets(), StateWriter::bucket)
        .listIfAny("VirtualMFADevices", unassigned, StateWriter::device)
        .jsonIf("PasswordPolicy", IdentityWriter.passwordPolicy(account.passwordPolicy()))
        .json();
  }

  private static List<ManagedPolicy> ownPolicies(Account account) {
    return account.managedPolicies().stream().filter(policy -> !policy.isOfAws()).toList();
  }

  private static boolean hasNothing(Account account, User user) {
    return user.accessKeys().isEmpty() && account.devicesOf(user).isEmpty();
  }

  private static Json root(Account account) {
    return new Members()
        .list("AccessKeys", account.root().accessKeys(), StateWriter::key)
        .list("MFADevices", account.devicesOf(account.root()), StateWriter::device)
        .json();
  }

  private static Json user(Account account, User user) {
    return new Members()
        .text("UserName", user.name())
        .text("Path", user.path())
        .text("UserId", user.id())
        .time("CreateDate", user.createDate())
        .list("AccessKeys", user.accessKeys(), StateWriter::key)
        .list("MFADevices", account.devicesOf(user), StateWriter::device)
        .listIfAny("GroupList", account.groupsOf(user), group -> new Json.Str(group.name()))
        .list("Policies", user.policies().values(), IdentityWriter::inline)
        .listIfAny("AttachedManagedPolicies", user.attachedPolicies(), IdentityWriter::attached)
        .jsonIf("PermissionsBoundary", IdentityWriter.boundary(user.boundary()))
        .listIfAny("Tags", user.tags(), IdentityWriter::tag)
        .jsonIf("LoginProfile", IdentityWriter.login(user.loginProfile()))
        .json();
  }

  private static Json key(AccessKey key) {
    AccessKey.LastUse use = key.lastUse();
    return new Members()
        .text("AccessKeyId", key.id())
        .text("SecretAccessKey", key.secret())
        .text("Status", key.status())
        .time("CreateDate", key.createDate())
        .timeIf("ValidFrom", key.validFrom().equals(Instant.EPOCH) ? null : key.validFrom())
        .jsonIf("LastUsed", use == null ? null : lastUse(use))
        .json();
  }

  private static Json lastUse(AccessKey.LastUse use) {
    return new Members()
        .time("Date", use.date())
        .text("ServiceName", use.service())
        .text("Region", use.region())
        .json();
  }

  private static Json device(MfaDevice device) {
    CodeCheck codes = device.codes();
    return new Members()
        .text("SerialNumber", device.serialNumber())
        .textIf("Seed", codes == null ? null : codes.seed())
        .number("OffsetSeconds", codes == null ? 0 : codes.offsetSeconds())
        .timeIf("EnableDate", device.enableDate())
        .listIfAny("Tags", device.tags(), IdentityWriter::tag)
        .json();
  }

  private static Json role(Role role) {
    return new Members()
        .text("RoleName", role.name())
        .text("Path", role.path())
        .text("RoleId", role.id())
        .time("CreateDate", role.createDate())
        .number("MaxSessionDuration", role.maxSessionDuration())
        .jsonIf("AssumeRolePolicyDocument", Json.parse(role.trustPolicy()))
        .textIf("Description", role.description())
        .list("Policies", role.policies().values(), IdentityWriter::inline)
        .listIfAny("AttachedManagedPolicies", role.attachedPolicies(), IdentityWriter::attached)
        .jsonIf("PermissionsBoundary", IdentityWriter.boundary(role.boundary()))
        .listIfAny("Tags", role.tags(), IdentityWriter::tag)
        .json();
  }

  private static Json bucket(Bucket bucket) {
    Collection<Map.Entry<String, StoredObject>> objects = bucket.objects().entrySet();
    String policy = bucket.policy();
    return new Members()
        .text("Name", bucket.name())
        .time("CreateDate", bucket.createDate())
        .textIf("LocationConstraint", bucket.location())
        .jsonIf("Policy", policy == null ? null : Json.parse(policy))
        .list("Objects", objects, entry -> object(entry.getKey(), entry.getValue()))
        .json();
  }

  private static Json object(String key, StoredObject object) {
    String text = object.text();
    Members members = new Members().text("Key", key);
    if (text == null) {
      members.text("BodyBase64", Base64.getEncoder().encodeToString(object.body()));
    } else {
      members.text("Body", text);
    }
    return members
        .text("ContentType", object.headers().contentType())
        .jsonIf("Headers", headers(object.headers().others()))
        .time("LastModified", object.lastModified())
        .textIf("ETag", object.cameInParts() ? object.etag() : null)
        .json();
  }

  private static @Nullable Json headers(Map<String, String> headers) {
    Members members = new Members();
    new TreeMap<>(headers).forEach(members::text);
    return headers.isEmpty() ? null : members.json();
  }
}
