package dev.keyturn.adapter.state;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.KeyMemory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts about access keys, one record for each key. */
public final class KeyRecords implements KeyMemory {

  private static final String KEYS = "keys";
  private static final String PROGRAMS = "programs";

  private static final Duration NOTED_AGAIN = Duration.ofHours(1);

  /** 36 hours, the longest session, plus the hour in which the use of a key is not noted again. */
  private static final Duration LONGEST_SESSION = Duration.ofHours(36).plus(NOTED_AGAIN);

  private final Records records;

  /** Kept in {@code records}. */
  public KeyRecords(Records records) {
    this.records = records;
  }

  @Override
  public Optional<Identity> identity(String accessKeyId) {
    return records.read(KEYS, accessKeyId).map(KeyRecords::identity);
  }

  @Override
  public synchronized void rememberIdentity(String accessKeyId, Identity identity) {
    change(accessKeyId, fields -> put(fields, identity));
  }

  @Override
  public Optional<MfaDevice> device(String accessKeyId) {
    return records.read(KEYS, accessKeyId).map(fields -> fields.get("device")).map(MfaDevice::new);
  }

  @Override
  public synchronized void rememberDevice(String accessKeyId, MfaDevice device) {
    change(accessKeyId, fields -> fields.put("device", device.serialNumber()));
  }

  @Override
  public synchronized void forgetDevice(String accessKeyId) {
    change(accessKeyId, fields -> fields.remove("device"));
  }

  @Override
  public List<String> changingKeys(String profile) {
    String prefix = ofProgram(profile, "");
    List<String> keys = new ArrayList<>();
    for (Map<String, String> fields : records.readAll(PROGRAMS)) {
      String key = fields.getOrDefault("key", "");
      if (key.startsWith(prefix)) {
        keys.add(key.substring(prefix.length()));
      }
    }
    return keys;
  }

  /** Each key has its own record, so that no fact is lost when two processes write at once. */
  @Override
  public void rememberChangingKey(String profile, String accessKeyId, Instant now) {
    String key = ofProgram(profile, accessKeyId);
    Instant noted = records.read(PROGRAMS, key).map(KeyRecords::noted).orElse(Instant.EPOCH);
    if (noted.isAfter(now) || noted.plus(NOTED_AGAIN).isBefore(now)) {
      records.removeAll(
          PROGRAMS, now, fields -> noted(fields).isBefore(now.minus(LONGEST_SESSION)));
      records.write(PROGRAMS, key, Map.of("noted", Long.toString(now.getEpochSecond())));
    }
  }

  private static String ofProgram(String profile, String accessKeyId) {
    return profile + "\n" + accessKeyId;
  }

  private static Instant noted(Map<String, String> fields) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(fields.getOrDefault("noted", "")));
    } catch (NumberFormatException | DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** When two processes write at once, one of two facts may be lost; it is then looked up again. */
  private void change(String accessKeyId, Consumer<Map<String, String>> change) {
    Map<String, String> before = records.read(KEYS, accessKeyId).orElse(Map.of());
    Map<String, String> after = new LinkedHashMap<>(before);
    after.remove("key");
    change.accept(after);
    Map<String, String> bare = new LinkedHashMap<>(before);
    bare.remove("key");
    if (!after.equals(bare)) {
      records.writeLightly(KEYS, accessKeyId, after);
    }
  }

  static void put(Map<String, String> fields, @Nullable Identity identity) {
    if (identity != null) {
      fields.put("account", identity.account());
      fields.put("arn", identity.arn());
      fields.put("user_id", identity.userId());
    }
  }

  static @Nullable Identity identity(Map<String, String> fields) {
    String account = fields.get("account");
    String arn = fields.get("arn");
    String userId = fields.get("user_id");
    return account == null || arn == null || userId == null
        ? null
        : new Identity(account, arn, userId);
  }
}
