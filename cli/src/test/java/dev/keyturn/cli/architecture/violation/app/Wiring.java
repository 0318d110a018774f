package dev.keyturn.cli.architecture.violation.app;

import dev.keyturn.cli.architecture.violation.command.Violations;

/** Known by a command, and knows it: a cycle. */
public record Wiring() {
  /** The class at the other end. */
  public static Class<?> otherEnd() {
    return Violations.class;
  }
}
