/** This computer: what a check of it looks at, and the person in front of its screen. */
@NullMarked
package dev.keyturn.cli.command.port.computer;

import org.jspecify.annotations.NullMarked;
