/** Commands about the access keys of a user, and the revocation of their sessions. */
@NullMarked
package dev.keyturn.cli.command.keys;

import org.jspecify.annotations.NullMarked;
