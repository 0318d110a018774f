/** Tests of devices and codes. */
@NullMarked
package dev.keyturn.domain.mfa;

import org.jspecify.annotations.NullMarked;
