@NullMarked
package dev.keyturn.app;

import org.jspecify.annotations.NullMarked;
