package dev.keyturn.sandbox.iam.account;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many there are of everything, and how many there may be. */
public final class AccountSummaries {
  private AccountSummaries() {}

  public static List<Action> actions() {
    return List.of(Subject.account("GetAccountSummary", AccountSummaries::get));
  }

  private static Structure get(Call call, Account account) {
    Map<String, Long> summary = new TreeMap<>(quotas());
    List<ManagedPolicy> own = account.ownPolicies();
    List<MfaDevice> rootDevices = account.devicesOf(account.root());
    summary.put("Users", (long) account.users().size());
    summary.put("Groups", (long) account.groups().size());
    summary.put("Roles", (long) account.roles().size());
    summary.put("Policies", (long) own.size());
    summary.put("PolicyVersionsInUse", own.stream().mapToLong(p -> p.versions().size()).sum());
    summary.put("MFADevices", (long) account.devices().size());
    summary.put(
        "MFADevicesInUse",
        account.devices().stream().filter(device -> device.user() != null).count());
    summary.put("AccountMFAEnabled", rootDevices.isEmpty() ? 0L : 1L);
    summary.put("AccountAccessKeysPresent", account.root().accessKeys().isEmpty() ? 0L : 1L);
    return Structure.empty().withEntries("SummaryMap", summary);
  }

  /** What the sandbox has none of, and the quotas of a new account. */
  private static Map<String, Long> quotas() {
    return Map.ofEntries(
        Map.entry("AccessKeysPerUserQuota", 2L),
        Map.entry("AccountPasswordPresent", 1L),
        Map.entry("AccountSigningCertificatesPresent", 0L),
        Map.entry("AssumeRolePolicySizeQuota", 2048L),
        Map.entry("AttachedPoliciesPerGroupQuota", 10L),
        Map.entry("AttachedPoliciesPerRoleQuota", 10L),
        Map.entry("AttachedPoliciesPerUserQuota", 10L),
        Map.entry("GlobalEndpointTokenVersion", 1L),
        Map.entry("GroupPolicySizeQuota", 5120L),
        Map.entry("GroupsPerUserQuota", 10L),
        Map.entry("GroupsQuota", 300L),
        Map.entry("InstanceProfiles", 0L),
        Map.entry("InstanceProfilesQuota", 1000L),
        Map.entry("PoliciesQuota", 1500L),
        Map.entry("PolicySizeQuota", 6144L),
        Map.entry("PolicyVersionsInUseQuota", 10_000L),
        Map.entry("Providers", 0L),
        Map.entry("RolePolicySizeQuota", 10_240L),
        Map.entry("RolesQuota", 1000L),
        Map.entry("ServerCertificates", 0L),
        Map.entry("ServerCertificatesQuota", 20L),
        Map.entry("SigningCertificatesPerUserQuota", 2L),
        Map.entry("UserPolicySizeQuota", 2048L),
        Map.entry("UsersQuota", 5000L),
        Map.entry("VersionsPerPolicyQuota", 5L));
  }
}
