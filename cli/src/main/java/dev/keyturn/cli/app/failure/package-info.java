/** Reports failures that no command foresees. */
@NullMarked
package dev.keyturn.cli.app.failure;

import org.jspecify.annotations.NullMarked;
