/** The sandbox as an extension of JUnit Jupiter, which the test class path must have. */
@NullMarked
package dev.keyturn.sandbox.junit;

import org.jspecify.annotations.NullMarked;
