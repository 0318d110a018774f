/** Builds the stores for long-term keys, and the agent that keeps one of them open. */
@NullMarked
package dev.keyturn.cli.app.store;

import org.jspecify.annotations.NullMarked;
