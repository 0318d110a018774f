/**
 * The port through which processes exclude each other, independent of how locks are implemented.
 */
@NullMarked
package dev.keyturn.domain.lock;

import org.jspecify.annotations.NullMarked;
