/**
 * Everything that can go wrong for a reason the user can understand: one sealed type, each case
 * with its message and the command that repairs it. Bugs remain plain exceptions.
 */
@NullMarked
package dev.keyturn.domain.failure;

import org.jspecify.annotations.NullMarked;
