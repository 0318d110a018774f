package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;
import static dev.keyturn.sandbox.statefile.type.StateMembers.*;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.bucket.Bucket;
import dev.keyturn.sandbox.state.bucket.PublicAccessBlock;
import dev.keyturn.sandbox.state.bucket.StoredObject;
import dev.keyturn.sandbox.state.identity.MfaDevice;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        .withAll(BUCKETS, account.buckets(), StateWriter::bucket)
        .withAny(UNASSIGNED_DEVICES, unassigned, IdentityWriter::device)
        .withObject(PASSWORD_POLICY, passwordPolicy(account.passwordPolicy()))
        .json();
  }

  private static @Nullable Json root(Account account) {
    User root = account.root();
    List<MfaDevice> devices = account.devicesOf(root);
    return root.accessKeys().isEmpty() && devices.isEmpty()
        ? null
        : new ObjectWriter()
            .withAll(KEYS, root.accessKeys(), IdentityWriter::key)
            .withAll(DEVICES, devices, IdentityWriter::device)
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

  private static Json bucket(Bucket bucket) {
    return new ObjectWriter()
        .with(BUCKET_NAME, bucket.name())
        .with(CREATED, bucket.createDate())
        .with(BUCKET_LOCATION, bucket.location())
        .with(BUCKET_POLICY, bucket.policy())
        .withObject(PUBLIC_ACCESS_BLOCK, publicAccessBlock(bucket.publicAccessBlock()))
        .withAll(
            OBJECTS, bucket.objects().entrySet(), entry -> object(entry.getKey(), entry.getValue()))
        .json();
  }

  private static @Nullable Json publicAccessBlock(@Nullable PublicAccessBlock block) {
    if (PublicAccessBlock.ALL.equals(block)) {
      return null;
    }
    ObjectWriter writer = new ObjectWriter();
    return block == null
        ? writer.json()
        : writer
            .with(BLOCK_ACLS, block.blockPublicAcls())
            .with(IGNORE_ACLS, block.ignorePublicAcls())
            .with(BLOCK_POLICY, block.blockPublicPolicy())
            .with(RESTRICT_BUCKET, block.restrictPublicBuckets())
            .json();
  }

  private static Json object(String key, StoredObject object) {
    String text = object.text();
    Map<String, String> headers = new TreeMap<>(object.headers().others());
    return new ObjectWriter()
        .with(OBJECT_KEY, key)
        .with(OBJECT_BODY, text)
        .with(OBJECT_BYTES, text == null ? object.body() : null)
        .with(OBJECT_TYPE, object.headers().contentType())
        .with(OBJECT_HEADERS, headers.isEmpty() ? null : headers)
        .with(OBJECT_MODIFIED, object.lastModified())
        .with(OBJECT_ETAG, object.cameInParts() ? object.etag() : null)
        .json();
  }
}
