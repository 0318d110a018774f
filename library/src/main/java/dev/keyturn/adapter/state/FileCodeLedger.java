package dev.keyturn.adapter.state;

import dev.keyturn.domain.credential.Hmac;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.CodeLedger;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Spent codes as salted hashes, one record per device. The salt keeps the codes from being read off
 * a copy of the folder at a glance; a spent code is worthless anyway.
 */
public final class FileCodeLedger implements CodeLedger {

  private static final String CODES = "codes";
  private static final String SALT = "salt";
  private static final int SALT_BYTES = 16;
  private static final Duration WAIT = Duration.ofSeconds(10);

  /**
   * AWS checks a few time steps only, but this clock may jump within what AWS tolerates, from 15
   * minutes slow to 5 minutes fast, and a code of this minute may then look that old. A code recurs
   * by chance once in a million.
   */
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Records records;
  private final Locks locks;
  private final InstantSource clock;
  private final Supplier<SecureRandom> random;

  /** Kept in {@code records}; {@code random} is asked when the first code of a device is spent. */
  public FileCodeLedger(
      Records records, Locks locks, InstantSource clock, Supplier<SecureRandom> random) {
    this.records = records;
    this.locks = locks;
    this.clock = clock;
    this.random = random;
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public boolean spend(MfaDevice device, MfaCode code) {
    try (Locks.Held held = lock(device)) {
      Map<String, String> record = recent(device);
      String hash = hash(record, code);
      boolean unspent =
          record.putIfAbsent(hash, Long.toString(clock.instant().getEpochSecond())) == null;
      records.write(CODES, device.serialNumber(), record);
      return unspent;
    }
  }

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public void release(MfaDevice device, MfaCode code) {
    try (Locks.Held held = lock(device)) {
      Map<String, String> record = recent(device);
      record.remove(hash(record, code));
      records.write(CODES, device.serialNumber(), record);
    }
  }

  private Locks.Held lock(MfaDevice device) {
    return locks.acquire("codes " + device.serialNumber(), WAIT);
  }

  /**
   * Drops codes that are too old. A code that was spent in the future, because the clock has been
   * set back, is kept and dated now: it must neither be forgotten at once nor kept until that
   * future.
   */
  private Map<String, String> recent(MfaDevice device) {
    Map<String, String> record =
        new LinkedHashMap<>(records.read(CODES, device.serialNumber()).orElse(Map.of()));
    record.remove("key");
    record.computeIfAbsent(SALT, name -> salt());
    Instant now = clock.instant();
    record
        .entrySet()
        .removeIf(entry -> !entry.getKey().equals(SALT) && isStale(entry.getValue(), now));
    record.replaceAll(
        (name, value) -> name.equals(SALT) ? value : Long.toString(notAfter(now, value)));
    return record;
  }

  private static boolean isStale(String seconds, Instant now) {
    try {
      Instant spent = Instant.ofEpochSecond(Long.parseLong(seconds));
      return Duration.between(spent, now).compareTo(KEPT) > 0;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static long notAfter(Instant now, String seconds) {
    return Math.min(now.getEpochSecond(), Long.parseLong(seconds));
  }

  private String salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.get().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private static String hash(Map<String, String> record, MfaCode code) {
    byte[] salt = record.getOrDefault(SALT, "").getBytes(StandardCharsets.UTF_8);
    byte[] digits = code.digits().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Hmac.SHA_256.of(salt, digits));
  }
}
