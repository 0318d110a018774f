/** Moves long-term keys from one place to another without ever losing them. */
@NullMarked
package dev.keyturn.domain.store.move;

import org.jspecify.annotations.NullMarked;
