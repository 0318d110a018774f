/** The checks of {@code keyturn doctor}, and their findings. */
@NullMarked
package dev.keyturn.cli.command.doctor.check;

import org.jspecify.annotations.NullMarked;
