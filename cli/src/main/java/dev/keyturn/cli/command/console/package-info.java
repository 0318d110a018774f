/** Signing in to the AWS web console. */
@NullMarked
package dev.keyturn.cli.command.console;

import org.jspecify.annotations.NullMarked;
