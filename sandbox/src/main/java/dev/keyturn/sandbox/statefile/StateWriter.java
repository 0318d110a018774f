package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;
import static dev.keyturn.sandbox.statefile.type.StateMembers.*;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.CredentialReport;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a state so that {@link StateReader} reads the same back, generated values included. */
public final class StateWriter {
  private StateWriter() {}

  /** The state with its keys and seeds: as secret as those are. */
  public static Json write(State state, List<Fault> faults) {
    Settings settings = state.settings();
    return new ObjectWriter()
        .withAll(ACCOUNTS, state.accounts(), StateWriter::account)
        .withAny(FAULTS, faults, StateWriter::fault)
        .with(SESSION_SECONDS, seconds(settings.sessionLife()))
        .with(KEY_DELAY, seconds(settings.keyDelay()))
        .with(ENABLE_CODES, settings.enableCodesCount())
        .with(MAX_STORED, settings.maxStoredMib())
        .json();
  }

  /** One fault as {@link FaultReader} reads it. */
  public static Json fault(Fault fault) {
    boolean clock = fault.kind() == Fault.Kind.CLOCK;
    Integer life = seconds(fault.life());
    return new ObjectWriter()
        .with(FAULT_ACTION, fault.action())
        .with(FAULT_TIMES, fault.times())
        .with(FAULT_SECONDS, life == null ? null : Math.max(1, life))
        .with(FAULT_KIND, fault.kind() == null ? null : fault.kind().label())
        .with(FAULT_LATENCY, (int) fault.latency().toMillis())
        .with(FAULT_OFFSET, clock ? seconds(fault.clockOffset()) : null)
        .json();
  }

  private static @Nullable Integer seconds(@Nullable Duration time) {
    return time == null ? null : Integer.valueOf((int) time.toSeconds());
  }

  private static Json account(Account account) {
    List<MfaDevice> unassigned =
        account.devices().stream().filter(device -> device.user() == null).toList();
    return new ObjectWriter()
        .with(ACCOUNT_ID, account.id())
        .with(ALIAS, account.alias())
        .with(PARTITION, account.partition())
        .withObject(ROOT, root(account))
        .withAny(MANAGED_POLICIES, account.ownPolicies(), IdentityWriter::managed)
        .withAny(GROUPS, account.groups(), IdentityWriter::group)
        .withAll(USERS, account.users(), user -> IdentityWriter.user(account, user))
        .withAll(ROLES, account.roles(), IdentityWriter::role)
        .withAll(BUCKETS, account.buckets(), BucketWriter::bucket)
        .withAny(UNASSIGNED_DEVICES, unassigned, IdentityWriter::device)
        .withObject(PASSWORD_POLICY, passwordPolicy(account.passwordPolicy()))
        .withObject(CREDENTIAL_REPORT, report(account.credentialReport()))
        .json();
  }

  private static Json root(Account account) {
    User root = account.root();
    return new ObjectWriter()
        .with(CREATED, root.createDate())
        .withAll(KEYS, root.accessKeys(), IdentityWriter::key)
        .withAll(DEVICES, account.devicesOf(root), IdentityWriter::device)
        .json();
  }

  private static @Nullable Json report(@Nullable CredentialReport report) {
    return report == null
        ? null
        : new ObjectWriter()
            .with(REPORT_TIME, report.generated())
            .with(REPORT_CONTENT, report.content())
            .json();
  }

  private static @Nullable Json passwordPolicy(@Nullable PasswordPolicy policy) {
    return policy == null
        ? null
        : new ObjectWriter()
            .with(PASSWORD_LENGTH, policy.minimumLength())
            .with(PASSWORD_SYMBOLS, policy.requireSymbols())
            .with(PASSWORD_NUMBERS, policy.requireNumbers())
            .with(PASSWORD_UPPERCASE, policy.requireUppercase())
            .with(PASSWORD_LOWERCASE, policy.requireLowercase())
            .with(PASSWORD_CHANGE, policy.usersMayChange())
            .with(PASSWORD_AGE, policy.maxAge())
            .with(PASSWORD_REUSE, policy.reusePrevention())
            .with(PASSWORD_EXPIRY, policy.hardExpiry())
            .json();
  }
}
