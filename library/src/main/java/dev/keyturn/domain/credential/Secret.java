package dev.keyturn.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must never be printed: a secret access key or a session token.
 *
 * <p>{@link #toString()} masks it. The text comes out through {@link #reveal(Reveal)} alone, which
 * names the reason, so that searching for a reason lists every place that handles the raw value.
 * Immutable and thread-safe.
 */
public final class Secret {

  /** Why a raw value is needed. */
  public enum Reveal {
    /** To sign a request with it. */
    SIGN,
    /** To write it to one of the user's files or Keyturn's own state. */
    STORE,
    /** To give it to the program that its user runs. */
    HAND_OVER,
    /** To show it to a person who asked to see it. */
    EXPORT
  }

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps {@code value}. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The raw value, for the reason given. */
  public String reveal(Reveal why) {
    return value;
  }

  /** How many characters it has. */
  public int length() {
    return value.length();
  }

  /** Compares in a time that does not depend on where the values differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "****";
  }
}
