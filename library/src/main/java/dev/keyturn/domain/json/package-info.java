/** A strict JSON reader that knows where each value is written. Knows nothing of AWS. */
@NullMarked
package dev.keyturn.domain.json;

import org.jspecify.annotations.NullMarked;
