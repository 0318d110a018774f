/** The checks of {@code keyturn doctor}, and what each of them finds. */
@NullMarked
package dev.keyturn.cli.command.doctor.check;

import org.jspecify.annotations.NullMarked;
