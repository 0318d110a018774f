/** QR codes, for commands and terminals. */
@NullMarked
package dev.keyturn.cli.command.port.qr;

import org.jspecify.annotations.NullMarked;
