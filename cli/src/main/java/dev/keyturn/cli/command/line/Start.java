package dev.keyturn.cli.command.line;

import java.util.Locale;

/**
 * How a command starts: which classes are prepared for it in an AOT cache, and how the JVM shares
 * time and memory with it. See {@code docs/launcher.md}.
 */
public enum Start {
  /** It answers from the session cache, and runs all the time. */
  HOT,
  /** It reads or changes one setting; with an option among its words it starts like LOCAL. */
  EDIT,
  /** It calls AWS. */
  NETWORK,
  /** It runs for hours. */
  SERVE,
  /** Everything else, and all help. */
  LOCAL;

  /** The name of its cache. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
