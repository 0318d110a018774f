/**
 * Encrypts the secrets of stored sessions if the user has turned that on, with AES-256-GCM and a
 * key in one of the stores for long-term keys.
 */
@NullMarked
package dev.keyturn.adapter.state.encryption;

import org.jspecify.annotations.NullMarked;
