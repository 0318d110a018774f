/** This computer: what checks examine, and dialogs on its screen. */
@NullMarked
package dev.keyturn.cli.command.port.computer;

import org.jspecify.annotations.NullMarked;
