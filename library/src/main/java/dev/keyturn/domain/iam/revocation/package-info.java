/** How sessions are ended at AWS before their time. */
@NullMarked
package dev.keyturn.domain.iam.revocation;

import org.jspecify.annotations.NullMarked;
