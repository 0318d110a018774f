package dev.keyturn.adapter.state;

import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.session.Identity;
import dev.keyturn.domain.session.KeyMemory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was learned about access keys, as one record for each. */
public final class KeyRecords implements KeyMemory {

  private static final String KEYS = "keys";
  private static final String PROGRAMS = "programs";

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
  public Optional<String> keyOfProgram(String profile) {
    return records.read(PROGRAMS, profile).map(fields -> fields.get("access_key_id"));
  }

  @Override
  public synchronized void rememberKeyOfProgram(String profile, String accessKeyId) {
    if (keyOfProgram(profile).filter(accessKeyId::equals).isEmpty()) {
      records.write(PROGRAMS, profile, Map.of("access_key_id", accessKeyId));
    }
  }

  /** Two processes at once may lose one of two facts; it is asked and remembered again. */
  private void change(String accessKeyId, Consumer<Map<String, String>> change) {
    Map<String, String> before = records.read(KEYS, accessKeyId).orElse(Map.of());
    Map<String, String> after = new LinkedHashMap<>(before);
    after.remove("key");
    change.accept(after);
    Map<String, String> bare = new LinkedHashMap<>(before);
    bare.remove("key");
    if (!after.equals(bare)) {
      records.write(KEYS, accessKeyId, after);
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
