/**
 * The JSON form of a sandbox's state: read strictly, what is missing made up, and written so that
 * it can be read again. The grammar is in {@code docs/sandbox.md}.
 */
@NullMarked
package dev.keyturn.sandbox.statefile;

import org.jspecify.annotations.NullMarked;
