/** Moves a profile from one layout to another: decides which lines of the AWS files change. */
@NullMarked
package dev.keyturn.domain.migration;

import org.jspecify.annotations.NullMarked;
