/** Credential endpoints: what they hand out and when it is renewed. Knows nothing of HTTP. */
@NullMarked
package dev.keyturn.cli.command.serving;

import org.jspecify.annotations.NullMarked;
