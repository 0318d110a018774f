/** MFA devices, codes and the sources of codes. Independent of profiles and sessions. */
@NullMarked
package dev.keyturn.domain.mfa;

import org.jspecify.annotations.NullMarked;
