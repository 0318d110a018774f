/** Builds the places for long-term keys, and the process that keeps one of them open. */
@NullMarked
package dev.keyturn.cli.app.store;

import org.jspecify.annotations.NullMarked;
