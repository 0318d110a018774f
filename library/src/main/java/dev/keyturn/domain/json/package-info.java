/** A strict JSON reader that records the position of each value. Independent of AWS. */
@NullMarked
package dev.keyturn.domain.json;

import org.jspecify.annotations.NullMarked;
