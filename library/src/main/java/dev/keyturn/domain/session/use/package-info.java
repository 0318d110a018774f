/** The operations on sessions: log in, look up, hand over, log out. */
@NullMarked
package dev.keyturn.domain.session.use;

import org.jspecify.annotations.NullMarked;
