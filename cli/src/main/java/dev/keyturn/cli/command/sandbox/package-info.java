/** The local AWS and the tour that runs on it. */
@NullMarked
package dev.keyturn.cli.command.sandbox;

import org.jspecify.annotations.NullMarked;
