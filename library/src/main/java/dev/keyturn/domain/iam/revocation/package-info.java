/** Revokes sessions at AWS before they expire. */
@NullMarked
package dev.keyturn.domain.iam.revocation;

import org.jspecify.annotations.NullMarked;
