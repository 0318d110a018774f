/**
 * What a credential endpoint hands out and when that is renewed. Knows nothing of HTTP, nor of what
 * a user types.
 */
@NullMarked
package dev.keyturn.command.serving;

import org.jspecify.annotations.NullMarked;
