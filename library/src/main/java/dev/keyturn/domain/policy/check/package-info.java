/**
 * Evaluates what policies let each caller do, and finds known traps in them. The entry point is
 * {@link dev.keyturn.domain.policy.check.PolicyCheck}.
 */
@NullMarked
package dev.keyturn.domain.policy.check;

import org.jspecify.annotations.NullMarked;
