/** MFA devices, codes and where codes come from. Knows nothing of profiles and sessions. */
@NullMarked
package dev.keyturn.domain.mfa;

import org.jspecify.annotations.NullMarked;
