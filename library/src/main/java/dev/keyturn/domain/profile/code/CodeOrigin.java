package dev.keyturn.domain.profile.code;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an MFA code can come from when none is given with the command. The constants are named as a
 * person writes them, in upper case, and are in the order in which they are tried.
 */
public enum CodeOrigin {
  /** The program that {@code mfa_process} names. */
  PROCESS,
  /** The seed of the device, kept in a place for secrets. */
  SEED,
  /** The OATH application of a YubiKey, by the program {@code ykman}. */
  YKMAN,
  /** The person at the terminal. */
  TERMINAL,
  /** The person at the screen, in a dialog. */
  GUI;

  /** What a person writes. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as {@code ykman,terminal}.
   *
   * @throws FailureException {@code Usage} when a word of it is not an origin, or there is none
   */
  public static List<CodeOrigin> parse(String list) {
    List<CodeOrigin> origins = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      CodeOrigin origin = named(word.strip());
      if (!origins.contains(origin)) {
        origins.add(origin);
      }
    }
    return List.copyOf(origins);
  }

  private static CodeOrigin named(String word) {
    for (CodeOrigin origin : values()) {
      if (origin.text().equals(word)) {
        return origin;
      }
    }
    throw new Failure.Usage(
            "'" + word + "' is not a source of MFA codes",
            "use one or more of " + text(List.of(values())))
        .exception();
  }

  /** What a person writes for {@code origins}. */
  public static String text(List<CodeOrigin> origins) {
    StringBuilder text = new StringBuilder();
    for (CodeOrigin origin : origins) {
      text.append(text.isEmpty() ? "" : ",").append(origin.text());
    }
    return text.toString();
  }
}
