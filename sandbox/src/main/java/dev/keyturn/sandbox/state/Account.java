package dev.keyturn.sandbox.state;

import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.identity.AwsManagedPolicies;
import dev.keyturn.sandbox.state.identity.CredentialReport;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Role;
import dev.keyturn.sandbox.state.identity.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One AWS account: everything in it, and the ARNs of it. Names are unique ignoring case. */
public final class Account {
  private final String id;
  private final String partition;
  private final User root;
  private final Map<String, User> users = new TreeMap<>();
  private final Map<String, Role> roles = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, ManagedPolicy> ownPolicies = new LinkedHashMap<>();
  private final Map<String, MfaDevice> devices = new LinkedHashMap<>();
  private final Map<String, Bucket> buckets = new TreeMap<>();
  private @Nullable Map<String, ManagedPolicy> policiesOfAws;
  private @Nullable String alias;
  private @Nullable PasswordPolicy passwordPolicy;
  private @Nullable CredentialReport credentialReport;

  /**
   * An empty account.
   *
   * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
   * @param root the root user, usually without keys
   */
  public Account(String id, @Nullable String alias, String partition, User root) {
    this.id = id;
    this.alias = alias;
    this.partition = partition;
    this.root = root;
  }

  public String id() {
    return id;
  }

  public String partition() {
    return partition;
  }

  public @Nullable String alias() {
    return alias;
  }

  public void rename(@Nullable String newAlias) {
    alias = newAlias;
  }

  public User root() {
    return root;
  }

  public List<User> users() {
    return List.copyOf(users.values());
  }

  public @Nullable User user(String name) {
    return users.get(name.toLowerCase(Locale.ROOT));
  }

  public void add(User user) {
    users.put(user.name().toLowerCase(Locale.ROOT), user);
  }

  public void remove(User user) {
    users.remove(user.name().toLowerCase(Locale.ROOT));
  }

  public void rename(User user, String name, String path) {
    remove(user);
    user.rename(name, path);
    add(user);
  }

  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  public @Nullable Group group(String name) {
    return groups.get(name.toLowerCase(Locale.ROOT));
  }

  public void add(Group group) {
    groups.put(group.name().toLowerCase(Locale.ROOT), group);
  }

  public void remove(Group group) {
    groups.remove(group.name().toLowerCase(Locale.ROOT));
  }

  public void rename(Group group, String name, String path) {
    remove(group);
    group.rename(name, path);
    add(group);
  }

  public List<Group> groupsOf(User user) {
    return groups.values().stream().filter(group -> group.users().contains(user)).toList();
  }

  /** The members of a group by their names. */
  public List<User> usersOf(Group group) {
    return users.values().stream().filter(group.users()::contains).toList();
  }

  /** Every identity-based policy that applies to the user: the user's own and their groups'. */
  public List<Policy> policiesOf(User user) {
    List<Policy> policies = new ArrayList<>(user.ownPolicies());
    groupsOf(user).forEach(group -> policies.addAll(group.ownPolicies()));
    return policies;
  }

  /** The managed policies that the account itself has. */
  public List<ManagedPolicy> ownPolicies() {
    return List.copyOf(ownPolicies.values());
  }

  /** The managed policies of AWS. */
  public List<ManagedPolicy> policiesOfAws() {
    return List.copyOf(loadPoliciesOfAws().values());
  }

  public @Nullable ManagedPolicy managedPolicy(String arn) {
    ManagedPolicy own = ownPolicies.get(arn);
    return own == null ? loadPoliciesOfAws().get(arn) : own;
  }

  public void add(ManagedPolicy policy) {
    ownPolicies.put(policy.arn(), policy);
  }

  public void remove(ManagedPolicy policy) {
    ownPolicies.remove(policy.arn());
  }

  private Map<String, ManagedPolicy> loadPoliciesOfAws() {
    if (policiesOfAws == null) {
      policiesOfAws = AwsManagedPolicies.in(partition);
    }
    return policiesOfAws;
  }

  /** What a managed policy is attached to. */
  public List<PolicyHolder> holdersOf(ManagedPolicy policy) {
    return Stream.of(groups.values(), users.values(), roles.values())
        .<PolicyHolder>flatMap(Collection::stream)
        .filter(holder -> holder.attachedPolicies().contains(policy))
        .toList();
  }

  /** The users and roles that have the policy as their permissions boundary. */
  public List<PolicyHolder> boundBy(ManagedPolicy policy) {
    return Stream.<PolicyHolder>concat(
            users.values().stream().filter(user -> user.boundary() == policy),
            roles.values().stream().filter(role -> role.boundary() == policy))
        .toList();
  }

  /** The password policy, or null if only AWS's default rule applies. */
  public @Nullable PasswordPolicy passwordPolicy() {
    return passwordPolicy;
  }

  public void govern(@Nullable PasswordPolicy policy) {
    passwordPolicy = policy;
  }

  /** The last report that was generated, or null. */
  public @Nullable CredentialReport credentialReport() {
    return credentialReport;
  }

  public void report(CredentialReport report) {
    credentialReport = report;
  }

  public List<Role> roles() {
    return List.copyOf(roles.values());
  }

  public @Nullable Role role(String name) {
    return roles.get(name.toLowerCase(Locale.ROOT));
  }

  public void add(Role role) {
    roles.put(role.name().toLowerCase(Locale.ROOT), role);
  }

  public void remove(Role role) {
    roles.remove(role.name().toLowerCase(Locale.ROOT));
  }

  /** Every device of the account, attached or not, in the order they were made. */
  public List<MfaDevice> devices() {
    return List.copyOf(devices.values());
  }

  public List<MfaDevice> devicesOf(User user) {
    return devices.values().stream().filter(device -> device.user() == user).toList();
  }

  public @Nullable MfaDevice device(String serialNumber) {
    return devices.get(serialNumber);
  }

  public void add(MfaDevice device) {
    devices.put(device.serialNumber(), device);
  }

  public void remove(MfaDevice device) {
    devices.remove(device.serialNumber());
  }

  public List<Bucket> buckets() {
    return List.copyOf(buckets.values());
  }

  public void remove(Bucket bucket) {
    buckets.remove(bucket.name());
  }

  public @Nullable Bucket bucket(String name) {
    return buckets.get(name);
  }

  public void add(Bucket bucket) {
    buckets.put(bucket.name(), bucket);
  }

  /** An ARN of this account without a region. */
  public String arn(String service, String resource) {
    return "arn:" + partition + ":" + service + "::" + id + ":" + resource;
  }

  public String rootArn() {
    return arn("iam", "root");
  }

  /** Whether a user or a role of the account has this ARN. */
  public boolean hasCaller(String arn) {
    return users().stream().map(this::arnOf).anyMatch(arn::equals)
        || roles().stream().map(this::arnOf).anyMatch(arn::equals);
  }

  public String arnOf(User user) {
    return user == root ? rootArn() : arn("iam", "user" + user.path() + user.name());
  }

  public String arnOf(Role role) {
    return arn("iam", "role" + role.path() + role.name());
  }

  public String arnOf(Group group) {
    return arn("iam", "group" + group.path() + group.name());
  }
}
