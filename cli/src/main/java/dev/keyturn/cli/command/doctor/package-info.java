/** {@code keyturn doctor}: checks of this computer and of profiles, each with its repair. */
@NullMarked
package dev.keyturn.cli.command.doctor;

import org.jspecify.annotations.NullMarked;
