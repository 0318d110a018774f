/** Access keys, session credentials and the type that keeps secret values from being printed. */
@NullMarked
package dev.keyturn.domain.credential;

import org.jspecify.annotations.NullMarked;
