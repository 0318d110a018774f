/**
 * What policies let each caller do, by evaluation, and which known traps they fall into. {@link
 * dev.keyturn.domain.policy.check.PolicyCheck} is the way in.
 */
@NullMarked
package dev.keyturn.domain.policy.check;

import org.jspecify.annotations.NullMarked;
