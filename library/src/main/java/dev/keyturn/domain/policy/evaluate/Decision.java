package dev.keyturn.domain.policy.evaluate;

import dev.keyturn.domain.policy.document.Condition;
import dev.keyturn.domain.policy.document.PolicyKind;
import dev.keyturn.domain.policy.document.StatementId;
import org.jspecify.annotations.Nullable;

/** What policies decide about a request, and why. */
public sealed interface Decision {

  /** Whether the request is allowed. */
  boolean isAllowed();

  /** Allowed; this is the first statement that allows it. */
  record Allow(StatementId statement) implements Decision {
    @Override
    public boolean isAllowed() {
      return true;
    }
  }

  /** Explicitly denied; this is the first statement that denies it. */
  record ExplicitDeny(PolicyKind kind, StatementId statement) implements Decision {
    @Override
    public boolean isAllowed() {
      return false;
    }
  }

  /**
   * Denied because no statement allows it.
   *
   * @param kind the kind of policy that would have to allow it
   * @param nearMiss the first statement that fails only in a condition; null when there is none
   */
  record ImplicitDeny(PolicyKind kind, @Nullable NearMiss nearMiss) implements Decision {
    @Override
    public boolean isAllowed() {
      return false;
    }
  }

  /** A statement that matches a request except for this condition. */
  record NearMiss(StatementId statement, Condition condition) {}
}
