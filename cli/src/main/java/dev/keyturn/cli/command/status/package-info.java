/** Shows sessions, their identities, and how a session will be made. */
@NullMarked
package dev.keyturn.cli.command.status;

import org.jspecify.annotations.NullMarked;
