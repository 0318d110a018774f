/**
 * Encrypts the secrets of kept sessions, where the user has chosen that: with AES-256-GCM, and a
 * key that one of the places for long-term keys keeps.
 */
@NullMarked
package dev.keyturn.adapter.state.encryption;

import org.jspecify.annotations.NullMarked;
