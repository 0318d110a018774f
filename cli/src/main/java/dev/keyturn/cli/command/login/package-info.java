/** Logging in and out. */
@NullMarked
package dev.keyturn.cli.command.login;

import org.jspecify.annotations.NullMarked;
