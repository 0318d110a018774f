/**
 * The languages of shells and of files with variables: how a value is written so that no byte of it
 * is anything but the value, and the hook for interactive shells. Runs nothing itself.
 */
@NullMarked
package dev.keyturn.cli.adapter.shell;

import org.jspecify.annotations.NullMarked;
