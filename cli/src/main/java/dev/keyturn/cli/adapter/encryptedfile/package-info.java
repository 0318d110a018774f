/**
 * Long-term keys in a file encrypted with a passphrase, as described in {@code
 * docs/file-formats.md}, and the agent that keeps it open for a while.
 */
@NullMarked
package dev.keyturn.cli.adapter.encryptedfile;

import org.jspecify.annotations.NullMarked;
