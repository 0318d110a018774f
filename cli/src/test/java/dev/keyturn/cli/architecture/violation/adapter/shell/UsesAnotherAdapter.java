package dev.keyturn.cli.architecture.violation.adapter.shell;

import dev.keyturn.cli.architecture.violation.adapter.process.UsedByAnotherAdapter;
import dev.keyturn.cli.architecture.violation.command.Violations;

/** Breaks the rule in its name, and another one with its method. */
public record UsesAnotherAdapter(UsedByAnotherAdapter other) {
  /** A command. */
  public static Class<?> command() {
    return Violations.class;
  }
}
