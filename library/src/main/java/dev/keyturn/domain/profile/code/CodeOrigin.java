package dev.keyturn.domain.profile.code;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sources of an MFA code that was not given with the command. The constants are named as in
 * settings, in upper case, and are sorted in the order in which they are tried.
 */
public enum CodeOrigin {
  /** The program that {@code mfa_process} names. */
  PROCESS,
  /** The seed of the device, in a store for secrets. */
  SEED,
  /** The OATH application of a YubiKey, by the program {@code ykman}. */
  YKMAN,
  /** The person at the terminal. */
  TERMINAL,
  /** The person at the screen, in a dialog. */
  GUI;

  /** Its name in settings. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as {@code ykman,terminal}.
   *
   * @throws FailureException {@code Usage} for an unknown origin or an empty list
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

  /** {@code origins} as written in settings. */
  public static String text(List<CodeOrigin> origins) {
    StringBuilder text = new StringBuilder();
    for (CodeOrigin origin : origins) {
      text.append(text.isEmpty() ? "" : ",").append(origin.text());
    }
    return text.toString();
  }
}
