/** Brings long-term keys from one place to another, so that nothing is lost on the way. */
@NullMarked
package dev.keyturn.domain.store.move;

import org.jspecify.annotations.NullMarked;
