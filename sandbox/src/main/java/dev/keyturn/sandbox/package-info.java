@NullMarked
package dev.keyturn.sandbox;

import org.jspecify.annotations.NullMarked;
