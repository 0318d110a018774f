/** How an answer is written: tables, times, JSON, words of a shell. */
@NullMarked
package dev.keyturn.cli.command.text;

import org.jspecify.annotations.NullMarked;
