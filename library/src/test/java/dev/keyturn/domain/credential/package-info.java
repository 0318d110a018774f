@NullMarked
package dev.keyturn.domain.credential;

import org.jspecify.annotations.NullMarked;
