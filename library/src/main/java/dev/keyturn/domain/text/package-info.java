/** Makes text from outside safe to display. */
@NullMarked
package dev.keyturn.domain.text;

import org.jspecify.annotations.NullMarked;
