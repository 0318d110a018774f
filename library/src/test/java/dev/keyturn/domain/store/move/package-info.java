@NullMarked
package dev.keyturn.domain.store.move;

import org.jspecify.annotations.NullMarked;
