/** Injected faults: action, number and effect. Only counts them; other packages apply them. */
@NullMarked
package dev.keyturn.sandbox.fault;

import org.jspecify.annotations.NullMarked;
