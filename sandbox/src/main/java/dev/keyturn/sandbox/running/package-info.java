/** A running sandbox: its setup and its URL. */
@NullMarked
package dev.keyturn.sandbox.running;

import org.jspecify.annotations.NullMarked;
