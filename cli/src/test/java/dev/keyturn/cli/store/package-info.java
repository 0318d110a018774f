/** The places for long-term keys, each with the real program or library behind it. */
@NullMarked
package dev.keyturn.cli.store;

import org.jspecify.annotations.NullMarked;
