/** Keys are rotated, and every step is interrupted once. */
@NullMarked
package dev.keyturn.domain.iam.key;

import org.jspecify.annotations.NullMarked;
