/** The console of a Java program, to ask its user for codes. Opens no window. */
@NullMarked
package dev.keyturn.adapter.console;

import org.jspecify.annotations.NullMarked;
