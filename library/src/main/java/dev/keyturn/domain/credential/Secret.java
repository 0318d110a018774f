package dev.keyturn.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that must never be printed: a secret access key or a session token.
 *
 * <p>{@link #toString()} masks it. Only {@link #reveal(Reveal)} returns the text. Its argument
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

  private final @Nullable String value;
  private final @Nullable Supplier<String> source;

  private Secret(@Nullable String value, @Nullable Supplier<String> source) {
    this.value = value;
    this.source = source;
  }

  /** Wraps {@code value}. */
  public static Secret of(String value) {
    return new Secret(value, null);
  }

  /** A value that is requested from {@code source} each time it is needed; the request may fail. */
  public static Secret from(Supplier<String> source) {
    return new Secret(null, source);
  }

  /** The raw value, for the reason given. */
  public String reveal(Reveal why) {
    return text();
  }

  private String text() {
    String known = value;
    return known == null ? Objects.requireNonNull(source).get() : known;
  }

  /** How many characters it has. */
  public int length() {
    return text().length();
  }

  /** Compares in a time that does not depend on where the values differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            text().getBytes(StandardCharsets.UTF_8),
            secret.text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return "****";
  }
}
