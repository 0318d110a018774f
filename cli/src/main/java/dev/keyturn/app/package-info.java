/** Wiring: the entry point, what each command is built from, how failures are printed. */
@NullMarked
package dev.keyturn.app;

import org.jspecify.annotations.NullMarked;
