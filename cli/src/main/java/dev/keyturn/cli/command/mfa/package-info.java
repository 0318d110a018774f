/** Commands about the MFA devices of a user. */
@NullMarked
package dev.keyturn.cli.command.mfa;

import org.jspecify.annotations.NullMarked;
