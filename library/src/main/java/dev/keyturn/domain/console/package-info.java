/** Signing in to the AWS console with a session: where, with what, for how long. */
@NullMarked
package dev.keyturn.domain.console;

import org.jspecify.annotations.NullMarked;
