/** Setting profiles up, and moving them from one way of working to another. */
@NullMarked
package dev.keyturn.cli.command.setup;

import org.jspecify.annotations.NullMarked;
