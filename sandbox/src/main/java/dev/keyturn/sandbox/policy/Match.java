package dev.keyturn.sandbox.policy;

/** How closely a statement that fits a request names its caller; the later, the closer. */
enum Match {
  /** The statement does not apply. */
  NONE,
  /** It names the caller's account, which leaves the decision to that account's policies. */
  ACCOUNT,
  /** It names the role or user of the caller's session. */
  ENTITY,
  /** It names the caller itself, or has no principals because it is attached to the caller. */
  CALLER;

  Match closer(Match other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
