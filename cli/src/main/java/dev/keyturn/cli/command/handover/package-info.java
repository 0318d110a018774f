/** Handing sessions to programs and shells. */
@NullMarked
package dev.keyturn.cli.command.handover;

import org.jspecify.annotations.NullMarked;
