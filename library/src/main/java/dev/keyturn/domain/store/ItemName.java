package dev.keyturn.domain.store;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of a secret in a store: {@code access-key/AKIAIOSFODNN7EXAMPLE}. Names are not secret;
 * stores may show them to anyone.
 *
 * @param kind the kind of secret
 * @param id an access key id, a serial number, or a random number
 */
public record ItemName(Kind kind, String id) {

  /** The kind of a secret. */
  public enum Kind {
    /** The secret of a long-term access key. */
    ACCESS_KEY,
    /** The seed of a virtual MFA device, in base32 as AWS returns it. */
    MFA_SEED,
    /** The secret from which the key of the session cache is derived. */
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

  /** The secret from which the key of a session cache is derived. */
  public static ItemName ofCacheKey(String id) {
    return new ItemName(Kind.CACHE_KEY, id);
  }

  /** Parses a name; empty for an invalid one. */
  public static Optional<ItemName> parse(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = kind.text() + "/";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return Optional.of(new ItemName(kind, text.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  /** The name as stores write it. */
  public String text() {
    return kind.text() + "/" + id;
  }

  @Override
  public String toString() {
    return text();
  }
}
