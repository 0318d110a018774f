/** Sessions as values, their keys, and the ports to their stores. */
@NullMarked
package dev.keyturn.domain.session.store;

import org.jspecify.annotations.NullMarked;
