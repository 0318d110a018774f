/** A sandbox in operation: how it is set up, and its one URL with everything behind it. */
@NullMarked
package dev.keyturn.sandbox.running;

import org.jspecify.annotations.NullMarked;
