/** Sets up profiles, and moves them from one layout to another. */
@NullMarked
package dev.keyturn.cli.command.setup;

import org.jspecify.annotations.NullMarked;
