package dev.keyturn.cli.command.line;

import java.util.Locale;

/**
 * The start-up class of a command: which AOT cache contains its classes, and the JVM's settings for
 * time and memory. See {@code docs/internals/launcher.md}.
 */
public enum Start {
  /** It answers from the session cache, and is called very often. */
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
