/** Sessions as values, what makes two of them the same, and the ports to where they are kept. */
@NullMarked
package dev.keyturn.domain.session.store;

import org.jspecify.annotations.NullMarked;
