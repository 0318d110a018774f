package dev.keyturn.cli.command.line;

import java.util.Locale;

/**
 * The start-up class of a command: which AOT cache contains its classes, and the JVM's settings for
 * time and memory. See {@code docs/internals/launcher.md}.
 */
public enum Start {
  /** It answers from the session cache, and is called very often. */
  HOT("hot"),
  /** It asks nobody and loads little; with an option among its words it starts like FULL. */
  PLAIN("hot"),
  /** It runs for hours. */
  SERVE("full"),
  /** Everything else, and the help of each command. */
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
