package dev.keyturn.cli.command.doctor.check;

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
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether something has to be done. */
  public boolean isProblem() {
    return this == WARN || this == FAIL;
  }
}
