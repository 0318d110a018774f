/**
 * Other programs that store secrets or print them: pass, credential helpers, ykman, passphrase
 * commands, dialogs.
 */
@NullMarked
package dev.keyturn.cli.adapter.secretprogram;

import org.jspecify.annotations.NullMarked;
