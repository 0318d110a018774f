package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.document.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * A trap in the policies.
 *
 * @param statement the statement; null when it is not a single one
 * @param message its effect, in one sentence without capital or full stop
 */
public record Finding(Trap trap, @Nullable StatementId statement, String message) {}
