/** How a user's MFA devices are enrolled, tested, replaced and removed. */
@NullMarked
package dev.keyturn.domain.iam.device;

import org.jspecify.annotations.NullMarked;
