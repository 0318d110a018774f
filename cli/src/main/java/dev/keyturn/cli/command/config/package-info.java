/** Showing, editing and checking the AWS files, and undoing edits. */
@NullMarked
package dev.keyturn.cli.command.config;

import org.jspecify.annotations.NullMarked;
