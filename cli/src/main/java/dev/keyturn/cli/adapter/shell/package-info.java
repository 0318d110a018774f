/**
 * The syntaxes of shells and of files with variables, with quoting that keeps every byte of a value
 * literal, and the hook for interactive shells. Runs nothing itself.
 */
@NullMarked
package dev.keyturn.cli.adapter.shell;

import org.jspecify.annotations.NullMarked;
