package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.document.StatementId;
import org.jspecify.annotations.Nullable;

/** What the policies say to a request, and why. */
public sealed interface Decision {

  /** Whether the request is allowed. */
  boolean isAllowed();

  /** Allowed by this statement, the first that does. */
  record Allow(StatementId statement) implements Decision {
    @Override
    public boolean isAllowed() {
      return true;
    }
  }

  /** Denied by this statement, the first that does, whatever allows it. */
  record ExplicitDeny(PolicyKind kind, StatementId statement) implements Decision {
    @Override
    public boolean isAllowed() {
      return false;
    }
  }

  /**
   * Denied since no statement allows it.
   *
   * @param kind the kind of policy that would have to
   * @param nearMiss the first statement that would, but for a condition; null when there is none
   */
  record ImplicitDeny(PolicyKind kind, @Nullable NearMiss nearMiss) implements Decision {
    @Override
    public boolean isAllowed() {
      return false;
    }
  }

  /** A statement that matches a request but for this condition. */
  record NearMiss(StatementId statement, Condition condition) {}
}
