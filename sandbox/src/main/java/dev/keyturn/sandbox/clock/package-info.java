/** The sandbox's own time: running or held, ahead or behind, settable while it runs. */
@NullMarked
package dev.keyturn.sandbox.clock;

import org.jspecify.annotations.NullMarked;
