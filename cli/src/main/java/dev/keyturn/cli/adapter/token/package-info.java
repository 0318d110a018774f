/**
 * Long-term keys in hardware tokens, through PKCS #11. A token signs with a key and never exposes
 * it.
 */
@NullMarked
package dev.keyturn.cli.adapter.token;

import org.jspecify.annotations.NullMarked;
