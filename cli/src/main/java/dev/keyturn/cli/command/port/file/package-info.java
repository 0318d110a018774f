/** Files that a command reads or makes for its user. */
@NullMarked
package dev.keyturn.cli.command.port.file;

import org.jspecify.annotations.NullMarked;
