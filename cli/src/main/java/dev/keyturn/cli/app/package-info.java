/** Wiring: the entry point, what each command is built from, how failures are printed. */
@NullMarked
package dev.keyturn.cli.app;

import org.jspecify.annotations.NullMarked;
