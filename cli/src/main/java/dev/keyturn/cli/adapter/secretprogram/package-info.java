/** Other programs that keep secrets: pass, credential helpers, and what prints a passphrase. */
@NullMarked
package dev.keyturn.cli.adapter.secretprogram;

import org.jspecify.annotations.NullMarked;
