package dev.keyturn.sandbox.architecture.violation.second;

import dev.keyturn.sandbox.architecture.violation.first.Violations;

/** Used by a class that it uses. */
public record OtherEnd() {
  /** The class that uses this one. */
  public static Class<?> user() {
    return Violations.class;
  }
}
