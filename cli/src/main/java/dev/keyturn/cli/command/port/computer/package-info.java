/** What a check of this computer needs to look at. */
@NullMarked
package dev.keyturn.cli.command.port.computer;

import org.jspecify.annotations.NullMarked;
