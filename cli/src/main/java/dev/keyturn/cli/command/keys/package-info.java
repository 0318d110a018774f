/** Commands about the access keys of a user, and the end of what they made. */
@NullMarked
package dev.keyturn.cli.command.keys;

import org.jspecify.annotations.NullMarked;
