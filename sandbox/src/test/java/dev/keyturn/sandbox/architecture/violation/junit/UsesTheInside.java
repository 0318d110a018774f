package dev.keyturn.sandbox.architecture.violation.junit;

import dev.keyturn.sandbox.running.RunningSandbox;

/** An extension that uses internal classes. */
final class UsesTheInside {
  private UsesTheInside() {}

  static String url(RunningSandbox sandbox) {
    return sandbox.url();
  }
}
