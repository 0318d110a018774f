package dev.keyturn.sandbox.state.identity;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account asks of its users' passwords.
 *
 * @param maxAge days, or null forever
 * @param reusePrevention how many old passwords are remembered, or null for none
 */
public record PasswordPolicy(
    int minimumLength,
    boolean requireSymbols,
    boolean requireNumbers,
    boolean requireUppercase,
    boolean requireLowercase,
    boolean usersMayChange,
    @Nullable Integer maxAge,
    @Nullable Integer reusePrevention,
    boolean hardExpiry) {

  private static final String SYMBOLS = "!@#$%^&*()_+-=[]{}|'";

  /** Whether the password meets the policy. */
  public boolean accepts(String password) {
    return password.length() >= minimumLength
        && (!requireSymbols || hasSymbol(password))
        && (!requireNumbers || hasNumber(password))
        && (!requireUppercase || hasUppercase(password))
        && (!requireLowercase || hasLowercase(password));
  }

  /** The rule of an account without a policy: 8 characters of at least three kinds. */
  public static boolean defaultAccepts(String password) {
    long kinds =
        Stream.of(
                hasSymbol(password),
                hasNumber(password),
                hasUppercase(password),
                hasLowercase(password))
            .filter(present -> present)
            .count();
    return password.length() >= 8 && kinds >= 3;
  }

  private static boolean hasSymbol(String password) {
    return password.chars().anyMatch(unit -> SYMBOLS.indexOf(unit) >= 0);
  }

  private static boolean hasNumber(String password) {
    return password.chars().anyMatch(unit -> unit >= '0' && unit <= '9');
  }

  private static boolean hasUppercase(String password) {
    return password.chars().anyMatch(unit -> unit >= 'A' && unit <= 'Z');
  }

  private static boolean hasLowercase(String password) {
    return password.chars().anyMatch(unit -> unit >= 'a' && unit <= 'z');
  }
}
