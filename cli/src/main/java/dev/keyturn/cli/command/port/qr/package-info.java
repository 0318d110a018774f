/** QR codes, as commands and terminals know them. */
@NullMarked
package dev.keyturn.cli.command.port.qr;

import org.jspecify.annotations.NullMarked;
