/**
 * Long-term keys in a file that a passphrase opens, as {@code docs/file-formats.md} describes it,
 * and the process that keeps it open for a while.
 */
@NullMarked
package dev.keyturn.cli.adapter.encryptedfile;

import org.jspecify.annotations.NullMarked;
