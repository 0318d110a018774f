package dev.keyturn.cli.command.doctor;

import java.util.Locale;

/** How serious a finding is. */
public enum Level {
  /** As it should be. */
  OK,
  /** Worth knowing. */
  INFO,
  /** Works, but not as it should, or not for long. */
  WARN,
  /** Does not work. */
  FAIL;

  /** Its stable name in outputs. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isProblem() {
    return this == WARN || this == FAIL;
  }
}
