/**
 * Everything that can go wrong for a reason its user can know: one sealed type, each case with its
 * message and the command that repairs it. Not for bugs, which stay plain exceptions.
 */
@NullMarked
package dev.keyturn.domain.failure;

import org.jspecify.annotations.NullMarked;
