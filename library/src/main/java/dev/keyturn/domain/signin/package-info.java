/** Signing in to the AWS web console with a session: where, with what, for how long. */
@NullMarked
package dev.keyturn.domain.signin;

import org.jspecify.annotations.NullMarked;
