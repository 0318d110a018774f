/** How a user's access keys are listed, rotated, and kept from locking their user out. */
@NullMarked
package dev.keyturn.domain.iam.key;

import org.jspecify.annotations.NullMarked;
