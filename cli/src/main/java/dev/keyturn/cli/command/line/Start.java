package dev.keyturn.cli.command.line;

import java.util.Locale;

/**
 * How a command starts: which AOT cache its classes are in, and how the JVM shares time and memory
 * with it. See {@code docs/internals/launcher.md}.
 */
public enum Start {
  /** It answers from the session cache, and runs all the time. */
  HOT("hot"),
  /** It reads or changes one setting; with an option among its words it starts like FULL. */
  EDIT("hot"),
  /** It runs for hours. */
  SERVE("full"),
  /** Everything else, and all help. */
  FULL("full");

  private final String cache;

  Start(String cache) {
    this.cache = cache;
  }

  /** The name of its AOT cache. */
  public String cache() {
    return cache;
  }

  /** Its name in the launchers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
