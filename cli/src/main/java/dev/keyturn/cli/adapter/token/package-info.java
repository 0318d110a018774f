/**
 * Long-term keys in hardware tokens, by PKCS #11. A token signs with a key and gives it to nobody.
 */
@NullMarked
package dev.keyturn.cli.adapter.token;

import org.jspecify.annotations.NullMarked;
