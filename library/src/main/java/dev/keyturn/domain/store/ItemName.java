package dev.keyturn.domain.store;

import java.util.Locale;
import java.util.Optional;

/**
 * What a place calls a secret: {@code access-key/AKIAIOSFODNN7EXAMPLE}. Names are not secret, and
 * places may show them to anyone who asks.
 *
 * @param kind what it is
 * @param id which one: an access key id, a serial number, or a random number
 */
public record ItemName(Kind kind, String id) {

  /** What a secret is for. */
  public enum Kind {
    /** The secret of a long-term access key. */
    ACCESS_KEY,
    /** The seed of a virtual MFA device, base32 as AWS gives it. */
    MFA_SEED,
    /** What the key of the session cache is made of. */
    CACHE_KEY;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The secret of an access key. */
  public static ItemName ofKey(String accessKeyId) {
    return new ItemName(Kind.ACCESS_KEY, accessKeyId);
  }

  /** The seed of a device. */
  public static ItemName ofSeed(String serialNumber) {
    return new ItemName(Kind.MFA_SEED, serialNumber);
  }

  /** What the key of a session cache is made of. */
  public static ItemName ofCacheKey(String id) {
    return new ItemName(Kind.CACHE_KEY, id);
  }

  /** Reads a name; none for what is not one. */
  public static Optional<ItemName> parse(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.text() + "/";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return Optional.of(new ItemName(kind, text.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  /** The name as places write it. */
  public String text() {
    return kind.text() + "/" + id;
  }

  @Override
  public String toString() {
    return text();
  }
}
