/** The controlling terminal and the standard streams. Independent of profiles and sessions. */
@NullMarked
package dev.keyturn.cli.adapter.terminal;

import org.jspecify.annotations.NullMarked;
