/** The command lines of other tools, run with Keyturn. */
@NullMarked
package dev.keyturn.cli.command.tool;

import org.jspecify.annotations.NullMarked;
