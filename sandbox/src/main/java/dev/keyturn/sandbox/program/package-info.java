/** The sandbox as a program: options, ready line, exit codes. */
@NullMarked
package dev.keyturn.sandbox.program;

import org.jspecify.annotations.NullMarked;
