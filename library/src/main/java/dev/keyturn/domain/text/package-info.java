/** Text that comes from outside, made safe to show to a person. */
@NullMarked
package dev.keyturn.domain.text;

import org.jspecify.annotations.NullMarked;
