/** Formats of answers: tables, times, JSON, shell words. */
@NullMarked
package dev.keyturn.cli.command.text;

import org.jspecify.annotations.NullMarked;
