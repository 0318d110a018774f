/**
 * Long-term keys in the keychain of a Linux desktop: a small client of the Secret Service over
 * D-Bus.
 */
@NullMarked
package dev.keyturn.cli.adapter.keychain;

import org.jspecify.annotations.NullMarked;
