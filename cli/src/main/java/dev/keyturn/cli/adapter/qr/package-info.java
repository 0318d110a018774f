/** QR codes and their pictures. */
@NullMarked
package dev.keyturn.cli.adapter.qr;

import org.jspecify.annotations.NullMarked;
