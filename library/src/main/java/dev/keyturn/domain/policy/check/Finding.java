package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.document.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * A trap that the policies fall into.
 *
 * @param statement where; null when it is not a single statement
 * @param message what it brings about, in one sentence without capital or full stop
 */
public record Finding(Trap trap, @Nullable StatementId statement, String message) {}
