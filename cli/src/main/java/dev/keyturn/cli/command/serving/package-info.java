/** Credential endpoints: their sessions and when these are renewed. Independent of HTTP. */
@NullMarked
package dev.keyturn.cli.command.serving;

import org.jspecify.annotations.NullMarked;
