/** The controlling terminal and the standard streams. Knows nothing of profiles and sessions. */
@NullMarked
package dev.keyturn.cli.adapter.terminal;

import org.jspecify.annotations.NullMarked;
