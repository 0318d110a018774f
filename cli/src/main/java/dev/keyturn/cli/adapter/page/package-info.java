/** Pages of {@code docs/} that the program shows. */
@NullMarked
package dev.keyturn.cli.adapter.page;

import org.jspecify.annotations.NullMarked;
