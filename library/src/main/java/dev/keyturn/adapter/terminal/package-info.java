/** The console of a Java program, to ask its user for codes. Opens no window. */
@NullMarked
package dev.keyturn.adapter.terminal;

import org.jspecify.annotations.NullMarked;
