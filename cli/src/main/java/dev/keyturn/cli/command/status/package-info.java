/** Which sessions there are, whom they act as, and how a session will be made. */
@NullMarked
package dev.keyturn.cli.command.status;

import org.jspecify.annotations.NullMarked;
