/** The environment variables that matter here, and what becomes of them. Uses nothing else. */
@NullMarked
package dev.keyturn.domain.environment;

import org.jspecify.annotations.NullMarked;
