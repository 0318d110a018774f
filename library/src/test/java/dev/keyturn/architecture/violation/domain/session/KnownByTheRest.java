package dev.keyturn.architecture.violation.domain.session;

import dev.keyturn.architecture.violation.domain.mfa.Violations;

/** Known by another part of the domain, and knows it: a cycle. */
public record KnownByTheRest() {
  /** The class at the other end. */
  public static Class<?> otherEnd() {
    return Violations.class;
  }
}
