/** Access keys, session credentials and the type that masks secret values. */
@NullMarked
package dev.keyturn.domain.credential;

import org.jspecify.annotations.NullMarked;
