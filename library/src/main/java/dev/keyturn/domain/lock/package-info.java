/** The port through which processes exclude each other. It says nothing of how a lock is kept. */
@NullMarked
package dev.keyturn.domain.lock;

import org.jspecify.annotations.NullMarked;
