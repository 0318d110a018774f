/**
 * The members of a state file, each declared once in a table: what the reader accepts, what the
 * writer writes, the published JSON Schema and the documentation come from there.
 */
@NullMarked
package dev.keyturn.sandbox.statefile.type;

import org.jspecify.annotations.NullMarked;
