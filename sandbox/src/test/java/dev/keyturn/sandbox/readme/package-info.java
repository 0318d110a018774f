/** The examples of the sandbox's README, run as they are printed. */
@NullMarked
package dev.keyturn.sandbox.readme;

import org.jspecify.annotations.NullMarked;
