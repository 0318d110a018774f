/** Which profile a command line means, what its options ask for, and the session it gets. */
@NullMarked
package dev.keyturn.cli.command.profile;

import org.jspecify.annotations.NullMarked;
