/** Determines the profile of a command line, the request of its options, and its session. */
@NullMarked
package dev.keyturn.cli.command.profile;

import org.jspecify.annotations.NullMarked;
