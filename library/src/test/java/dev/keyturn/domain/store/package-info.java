@NullMarked
package dev.keyturn.domain.store;

import org.jspecify.annotations.NullMarked;
