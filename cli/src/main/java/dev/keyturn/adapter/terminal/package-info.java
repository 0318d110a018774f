/** The controlling terminal and the standard streams. Knows nothing of profiles and sessions. */
@NullMarked
package dev.keyturn.adapter.terminal;

import org.jspecify.annotations.NullMarked;
