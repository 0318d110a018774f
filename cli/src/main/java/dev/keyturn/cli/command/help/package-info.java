/** Help in all its forms, made of the table of commands. */
@NullMarked
package dev.keyturn.cli.command.help;

import org.jspecify.annotations.NullMarked;
