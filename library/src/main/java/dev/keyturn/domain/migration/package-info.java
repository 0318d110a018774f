/** Moving a profile from one way of working to another: which lines of the AWS files change. */
@NullMarked
package dev.keyturn.domain.migration;

import org.jspecify.annotations.NullMarked;
