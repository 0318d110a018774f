/**
 * The interfaces through which commands access the outside world: terminal, output, child
 * processes.
 */
@NullMarked
package dev.keyturn.cli.command.port;

import org.jspecify.annotations.NullMarked;
