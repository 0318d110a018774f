/**
 * What all commands share: their options and arguments, exit codes, and how answers are written.
 */
@NullMarked
package dev.keyturn.cli.command.line;

import org.jspecify.annotations.NullMarked;
