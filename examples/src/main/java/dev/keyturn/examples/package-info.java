/** A small application on the library, as one outside of this project would be written. */
@NullMarked
package dev.keyturn.examples;

import org.jspecify.annotations.NullMarked;
