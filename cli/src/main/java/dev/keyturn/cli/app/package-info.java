/** Wiring: the entry point, the construction of commands, the reporting of failures. */
@NullMarked
package dev.keyturn.cli.app;

import org.jspecify.annotations.NullMarked;
