/**
 * The environment variables that Keyturn uses, and how it treats them. Depends on no other package.
 */
@NullMarked
package dev.keyturn.domain.environment;

import org.jspecify.annotations.NullMarked;
